package dev.parlance.analysis.emotion;

/// What in a text speaks of a feeling.
///
/// @param shown as the learner wrote it: always `text.substring(start, end)`
/// @param start first UTF-16 code unit in the text
/// @param end one past the last
public record Evidence(Kind kind, String shown, int start, int end) {
    /// What it is written with. An emoticon such as :-) is a word here, as it is in VADER's lexicon.
    /// Stored by their place: a new one goes to the end.
    public enum Kind {
        WORD,
        EMOJI,
        PUNCTUATION
    }
}
