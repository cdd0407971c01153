/// How a text is taken apart: its words (one reader per language behind [dev.parlance.analysis.language.WordReader])
/// and its sentences. Pure and thread-safe: no clock, no I/O beyond the dictionaries on the class path. Any feature
/// of this service may call it; it calls none.
package dev.parlance.analysis.language;
