package dev.parlance.conversation.dialogue.turn;

import dev.parlance.contract.event.WordTiming;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// A transcript of the learner's speech in a turn, added after the turn was recorded.
///
/// @param revision   grows with every transcript of the turn, and when its duration changes
/// @param text       empty if no speech was recognized
/// @param confidence 0 to 1; null if unknown
public record Transcript(
        long revision,
        String text,
        String language,
        List<WordTiming> wordTimings,
        Double confidence,
        Instant transcribedAt) {

    /// Whether everything but the revision and the time is equal.
    public boolean hasSameContent(Transcript other) {
        return text.equals(other.text)
                && language.equals(other.language)
                && Objects.equals(wordTimings, other.wordTimings)
                && Objects.equals(confidence, other.confidence);
    }
}
