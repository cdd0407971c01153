package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.lexicon.Emotion;

/// A word or emoji that shows an emotion, as found by one of the matchers.
///
/// @param key the same for each repetition of it
/// @param strength at least 0, on VADER's scale, modifiers included
/// @param countsAlone whether it counts by itself; if not, only in a text with emphatic punctuation
record EmotionMatch(String key, Emotion emotion, double strength, boolean countsAlone, Evidence evidence) {
    /// This match, at the strength of a repetition if that is stronger.
    EmotionMatch strongerOf(EmotionMatch repeated) {
        return repeated.strength > strength || (repeated.countsAlone && !countsAlone)
                ? new EmotionMatch(key, emotion, Math.max(strength, repeated.strength), repeated.countsAlone, evidence)
                : this;
    }
}
