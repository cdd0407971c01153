/// How hard a word is, by the word lists that an installation or one of its tenants imports. The analyser, the tables
/// `level_list` and `word_level` and their HTTP calls are here; no other package calls it.
package dev.parlance.analysis.level;
