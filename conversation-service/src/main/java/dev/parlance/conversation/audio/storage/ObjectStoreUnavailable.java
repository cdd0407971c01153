package dev.parlance.conversation.audio.storage;

import dev.parlance.kit.problem.Overloaded;
import java.time.Duration;

/// S3 cannot serve the call now: unreachable, slow, full, or it refuses our keys. The request is not at fault and
/// may be sent again; turns without audio are accepted meanwhile.
public final class ObjectStoreUnavailable extends Overloaded {
    private static final long serialVersionUID = 1L;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final String reason;

    /// @param reason for the log, one or two words: never an address and never a key
    public ObjectStoreUnavailable(String reason) {
        super(
                Kind.OVERLOADED,
                "object-store-unavailable",
                "The store of sound does not answer; send the request again",
                RETRY_AFTER);
        this.reason = reason;
    }

    /// The reason in one or two words: `ConnectException`, `InternalError`, `busy`.
    public String reason() {
        return reason;
    }
}
