package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.recording.TurnSide;
import dev.parlance.kit.problem.QuotaExceeded;
import java.time.Duration;

/// So many uploads were requested for one side of a turn that none may follow for a while.
public final class TooManyUploads extends QuotaExceeded {
    private static final long serialVersionUID = 1L;

    /// @param retryAfter until the oldest of them no longer counts
    TooManyUploads(TurnSide turnSide, long limit, Duration retryAfter) {
        super(
                Kind.EXHAUSTED,
                "too-many-uploads",
                "%d uploads were requested for the %s side of turn %s; use one of them"
                        .formatted(limit, turnSide.side().wireName(), turnSide.turn()),
                limit,
                retryAfter);
    }
}
