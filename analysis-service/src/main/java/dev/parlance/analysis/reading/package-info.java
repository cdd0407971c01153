/// How words are read: kana and romaji of Japanese, pinyin of Chinese, Latin letters of other scripts. Pure and
/// thread-safe; it reads tokens of [dev.parlance.analysis.language], and `query` calls it.
package dev.parlance.analysis.reading;
