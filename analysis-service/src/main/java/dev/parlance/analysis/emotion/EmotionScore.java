package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.lexicon.Emotion;
import java.util.List;

/// The emotion that a text shows.
///
/// @param score -1 (very bad) to 1 (very good), 0 where nothing was found or good and bad are equal: in English
///     VADER's compound; elsewhere the valences of list words, emoji and punctuation, normalised by the same
///     formula
/// @param strength 0 to below 1: how much of the one emotion in `label` is shown, good or bad, by the same
///     formula. `score` says that school was fun; only `strength` says how moved the learner is
/// @param label the strongest named emotion; without one `POSITIVE`, `NEGATIVE` or `NEUTRAL`
/// @param evidence for the label, in the text's order, each word and emoji once; empty if `NEUTRAL`
/// @param confidence 0 to 1: how far to trust the label, see [EmotionScorer]
public record EmotionScore(double score, double strength, Emotion label, List<Evidence> evidence, double confidence) {
    /// VADER's: about the greatest sum of valences that a sentence has, so that sums end up between -1 and 1.
    private static final double NORMALIZATION_ALPHA = 15;

    public EmotionScore {
        evidence = List.copyOf(evidence);
    }

    /// A sum of valences on the scale of -1 to 1: VADER's formula.
    static double normalised(double sum) {
        return sum / Math.sqrt(sum * sum + NORMALIZATION_ALPHA);
    }
}
