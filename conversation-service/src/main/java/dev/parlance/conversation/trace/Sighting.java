package dev.parlance.conversation.trace;

import java.time.Instant;

/// What somebody said of a turn.
sealed interface Sighting {
    /// It came by then.
    record Seen(Instant at) implements Sighting {}

    /// It has not come yet, or when it came is not known any more.
    record NotSeen() implements Sighting {}

    /// Nobody answered.
    record Unanswered() implements Sighting {}

    /// The instant, or null.
    default Instant instant() {
        return this instanceof Seen(Instant at) ? at : null;
    }
}
