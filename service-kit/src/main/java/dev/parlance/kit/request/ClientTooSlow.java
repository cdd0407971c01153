package dev.parlance.kit.request;

import dev.parlance.kit.problem.DomainProblem;
import java.util.Optional;

/// The client sends its request below the minimal rate for too long.
public final class ClientTooSlow extends DomainProblem {
    private static final long serialVersionUID = 1L;

    /// @param minBytesPerSecond the rate that it has to keep
    ClientTooSlow(long minBytesPerSecond) {
        super(
                Kind.TOO_SLOW,
                "client-too-slow",
                "The request came in at less than %d bytes a second; nothing was done".formatted(minBytesPerSecond),
                null,
                minBytesPerSecond);
    }

    /// The cause of a failure that the client's slowness has caused.
    public static Optional<ClientTooSlow> findIn(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ClientTooSlow slow) {
                return Optional.of(slow);
            }
        }
        return Optional.empty();
    }
}
