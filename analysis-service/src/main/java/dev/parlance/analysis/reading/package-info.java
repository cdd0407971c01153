/// How words are read: kana and romaji of Japanese, pinyin of Chinese, Latin letters of other scripts. Pure and
/// thread-safe: no clock, no I/O beyond the class path. It looks at what [dev.parlance.analysis.language] has
/// found.
package dev.parlance.analysis.reading;
