package dev.parlance.analysis.emotion;

/// What in a text shows an emotion.
///
/// @param surface as the learner wrote it: always `text.substring(start, end)`
/// @param start first UTF-16 code unit in the text
/// @param end one past the last
public record Evidence(Kind kind, String surface, int start, int end) {
    /// How it is written. An emoticon such as :-) is a word here, as it is in VADER's lexicon. Stored by ordinal: a
    /// new one goes to the end.
    public enum Kind {
        WORD,
        EMOJI,
        PUNCTUATION
    }
}
