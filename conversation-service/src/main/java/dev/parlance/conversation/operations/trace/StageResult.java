package dev.parlance.conversation.operations.trace;

import java.time.Instant;

/// Whether and when a turn reached a stage of the pipeline.
sealed interface StageResult {
    /// The turn reached the stage at this instant.
    record Reached(Instant at) implements StageResult {}

    /// The turn has not reached the stage yet, or the time is no longer known.
    record NotReached() implements StageResult {}

    /// The stage did not respond in time.
    record NoAnswer() implements StageResult {}

    /// @return null unless it was reached
    default Instant reachedAt() {
        return this instanceof Reached(Instant at) ? at : null;
    }
}
