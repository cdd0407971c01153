/// The notable moments of a learner's turn: long sentences, emotional moments, and the excerpt that shows a moment.
/// Pure and thread-safe; whoever analyses turns calls it with the words and sentences of
/// [dev.parlance.analysis.language], the only package it knows. First uses of words need the learner's history and are
/// decided where that is kept; only their type is named here.
package dev.parlance.analysis.highlight;
