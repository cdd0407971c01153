package dev.parlance.kit.read;

import dev.parlance.kit.problem.Overloaded;
import java.time.Duration;

/// As many requests read the database as may, and none ended in time.
public final class TooManyReads extends Overloaded {
    private static final long serialVersionUID = 1L;

    TooManyReads(Duration retryAfter) {
        super(
                Kind.OVERLOADED,
                "too-many-reads",
                "More requests read than this service answers at once; send the request again",
                retryAfter);
    }
}
