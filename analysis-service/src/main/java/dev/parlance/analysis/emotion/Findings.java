package dev.parlance.analysis.emotion;

import java.util.List;

/// What a reader found in a text.
///
/// @param pieces in any order, with repetitions; none that is denied
/// @param valence the sum of valences of all words and emoji, repetitions included, before punctuation
record Findings(List<Piece> pieces, double valence) {}
