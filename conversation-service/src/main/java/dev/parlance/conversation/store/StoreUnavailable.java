package dev.parlance.conversation.store;

import dev.parlance.kit.problem.Overloaded;
import java.time.Duration;

/// S3 does not do what it is asked just now: away, slow, full, or its keys are not ours. Nothing of it is the
/// request's fault, so the same request may be sent again; turns without sound are taken in meanwhile.
public final class StoreUnavailable extends Overloaded {
    private static final long serialVersionUID = 1L;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final String reason;

    /// @param reason for the log, in a word or two: never an address and never a key
    public StoreUnavailable(String reason) {
        super(
                Kind.OVERLOADED,
                "object-store-unavailable",
                "The store of sound does not answer; send the request again",
                RETRY_AFTER);
        this.reason = reason;
    }

    /// What went wrong, in a word or two: `ConnectException`, `InternalError`, `busy`.
    public String reason() {
        return reason;
    }
}
