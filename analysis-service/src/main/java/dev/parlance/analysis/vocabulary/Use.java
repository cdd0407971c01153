package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// A learner's turn that holds a word. Uses are ordered by when the turns occurred, never by when they arrived; that
/// order has no ties, because a conversation gives each sequence once.
public record Use(Instant occurredAt, ConversationId conversationId, int sequence, TurnId turnId)
        implements Comparable<Use> {
    /// As PostgreSQL and the text form order them: unsigned. [UUID#compareTo] is signed.
    private static final Comparator<UUID> UNSIGNED = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private static final Comparator<Use> ORDER = Comparator.comparing(Use::occurredAt)
            .thenComparing(use -> use.conversationId().value(), UNSIGNED)
            .thenComparingInt(Use::sequence);

    @Override
    public int compareTo(Use other) {
        return ORDER.compare(this, other);
    }
}
