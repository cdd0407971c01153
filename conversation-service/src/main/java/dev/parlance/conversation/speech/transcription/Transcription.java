package dev.parlance.conversation.speech.transcription;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A job that transcribes learner audio.
///
/// @param key      of the object in S3
/// @param language of the turn, BCP 47
/// @param attempts so far, the running one included
/// @param nextAt   of the next attempt; while processing, when the lease expires
/// @param error    of the last failed attempt; null if there was none
record Transcription(
        UUID id,
        String tenant,
        ConversationId conversation,
        TurnId turn,
        String key,
        String contentType,
        String language,
        TranscriptionStatus status,
        int attempts,
        Instant nextAt,
        String error,
        Instant createdAt,
        Instant completedAt) {
    private static final String UNDETERMINED = "und";
    private static final int MAX_DOUBLINGS = 20;
    private static final int JITTER_STEPS = 1_000;

    enum TranscriptionStatus {
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static TranscriptionStatus of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    /// Whether the turn's language is `und`.
    boolean isUndetermined() {
        return languageHint() == null;
    }

    /// The turn's language as an ISO 639 code; null if it is `und`.
    String languageHint() {
        String primary = language.split("-", 2)[0];
        return primary.equals(UNDETERMINED) ? null : primary;
    }

    /// Exponential backoff with jitter: doubles with each attempt, and lies between half of that and all of it, so
    /// that jobs that failed together are not retried together. Deterministic per job and attempt.
    Duration backoff(Duration initial, Duration longest) {
        int doublings = Math.min(Math.max(attempts - 1, 0), MAX_DOUBLINGS);
        long maxMillis = Math.min(initial.toMillis() << doublings, longest.toMillis());
        int jitter = Math.floorMod(31 * id.hashCode() + attempts, JITTER_STEPS);
        return Duration.ofMillis(maxMillis / 2 + maxMillis / 2 * jitter / JITTER_STEPS);
    }
}
