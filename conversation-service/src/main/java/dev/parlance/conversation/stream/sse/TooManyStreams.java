package dev.parlance.conversation.stream.sse;

import dev.parlance.kit.problem.QuotaExceeded;
import java.time.Duration;

/// A learner has as many open streams on this instance as one may.
public final class TooManyStreams extends QuotaExceeded {
    private static final long serialVersionUID = 1L;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(15);

    TooManyStreams(long limit) {
        super(
                Kind.EXHAUSTED,
                "too-many-streams",
                "This learner has %d open streams; close one first".formatted(limit),
                limit,
                RETRY_AFTER);
    }
}
