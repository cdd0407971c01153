package dev.parlance.analysis.emotion;

import java.util.List;

/// What a matcher found in a text.
///
/// @param matches in any order, with repetitions; negated ones are left out
/// @param valence the sum of valences of all words and emoji, repetitions included, before punctuation
record EmotionMatches(List<EmotionMatch> matches, double valence) {}
