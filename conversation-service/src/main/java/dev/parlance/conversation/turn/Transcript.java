package dev.parlance.conversation.turn;

import dev.parlance.contract.WordTiming;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What the learner was heard to say in a turn, after the turn itself was recorded.
///
/// @param revision      grows with every transcript of the turn, and when it becomes known how long it took
/// @param text          empty where nothing was heard
/// @param confidence    0 to 1; null where nobody has said
record Transcript(
        long revision,
        String text,
        String language,
        List<WordTiming> wordTimings,
        Double confidence,
        Instant transcribedAt) {

    /// Whether it says the same, whenever it was heard.
    boolean says(Transcript other) {
        return text.equals(other.text)
                && language.equals(other.language)
                && Objects.equals(wordTimings, other.wordTimings)
                && Objects.equals(confidence, other.confidence);
    }
}
