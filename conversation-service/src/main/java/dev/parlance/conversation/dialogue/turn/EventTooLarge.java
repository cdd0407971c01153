package dev.parlance.conversation.dialogue.turn;

import dev.parlance.kit.outbox.OutboxRecord;
import dev.parlance.kit.problem.DomainProblem;

/// The event of a turn or of its transcript would be larger than 256 KiB: the broker might refuse it after the client
/// has been answered 2xx. The event is larger than the body by what its conversation and its turn add.
public final class EventTooLarge extends DomainProblem {
    private static final long serialVersionUID = 1L;
    /// A quarter of what the topic takes.
    private static final long MAX_EVENT_BYTES = 256 << 10;

    public EventTooLarge() {
        super(
                Kind.TOO_LARGE,
                "event-too-large",
                "The event of this turn would be larger than %d bytes; send shorter texts or fewer word timings"
                        .formatted(MAX_EVENT_BYTES),
                null,
                MAX_EVENT_BYTES);
    }

    /// Whether the record's value is larger than an event may be.
    public static boolean isExceededBy(OutboxRecord event) {
        return event.value().length > MAX_EVENT_BYTES;
    }
}
