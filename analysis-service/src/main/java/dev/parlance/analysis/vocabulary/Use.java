package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// A learner's turn that holds a word. Uses are ordered by when the turns occurred, never by when they arrived; at the
/// same instant by the ids of conversation and turn.
///
/// @param sequence of the turn in its conversation: the order of arrival, which decides nothing
public record Use(Instant occurredAt, ConversationId conversationId, int sequence, TurnId turnId)
        implements Comparable<Use> {
    /// As PostgreSQL and the text form order them: unsigned. [UUID#compareTo] is signed.
    private static final Comparator<UUID> UNSIGNED = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private static final Comparator<Use> ORDER = Comparator.comparing(Use::occurredAt)
            .thenComparing(use -> use.conversationId().value(), UNSIGNED)
            .thenComparing(use -> use.turnId().value(), UNSIGNED);

    @Override
    public int compareTo(Use other) {
        return ORDER.compare(this, other);
    }
}
