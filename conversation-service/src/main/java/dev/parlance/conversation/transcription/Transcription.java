package dev.parlance.conversation.transcription;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A sound of a learner that is to become text: the job and how far it is.
///
/// @param key       of the sound in the store
/// @param language  of the turn, BCP 47
/// @param attempts  tries so far, the one at work included
/// @param nextAt    when it is tried next; while it is at work, when whoever works on it counts as gone
/// @param error     of the last try in vain; null where there was none
record Transcription(
        UUID id,
        String tenant,
        ConversationId conversation,
        TurnId turn,
        String key,
        String contentType,
        String language,
        Status status,
        int attempts,
        Instant nextAt,
        String error,
        Instant createdAt,
        Instant completedAt) {
    private static final String UNDETERMINED = "und";
    private static final int MOST_DOUBLINGS = 20;
    private static final int SPREAD = 1_000;

    enum Status {
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    /// Whether the turn does not say in which language it is.
    boolean isUndetermined() {
        return hint() == null;
    }

    /// The turn's language as an ISO 639 code; null where it says none.
    String hint() {
        String primary = language.split("-", 2)[0];
        return primary.equals(UNDETERMINED) ? null : primary;
    }

    /// How long to wait after this try: twice as long each time, and between half of that and all of it, so that
    /// jobs that failed together do not come back together. The same job waits the same on every instance.
    Duration pause(Duration first, Duration longest) {
        int doublings = Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS);
        long most = Math.min(first.toMillis() << doublings, longest.toMillis());
        int dice = Math.floorMod(31 * id.hashCode() + attempts, SPREAD);
        return Duration.ofMillis(most / 2 + most / 2 * dice / SPREAD);
    }
}
