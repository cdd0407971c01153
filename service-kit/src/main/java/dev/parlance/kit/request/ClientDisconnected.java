package dev.parlance.kit.request;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Predicate;

/// The client closed its connection, or stopped sending, before its request was complete. No fault of the service or of
/// its storage, and nobody receives the response.
public final class ClientDisconnected extends IOException {
    /// What nginx logs for a client that has closed its connection; nobody receives it.
    public static final int STATUS = 499;

    private static final long serialVersionUID = 1L;

    ClientDisconnected(IOException cause) {
        super("the client has hung up", cause);
    }

    /// Whether a failure comes from the connection to the client. A failure of the database never does: the client may
    /// have hung up because of it.
    ///
    /// @param connectionClosed whether the connection to the client is closed now
    public static boolean isCauseOf(Throwable failure, boolean connectionClosed) {
        if (any(failure, ClientDisconnected.class::isInstance)) {
            return true;
        }
        return !any(failure, SQLException.class::isInstance)
                && any(failure, cause -> isOfConnection(cause) || (connectionClosed && cause instanceof IOException));
    }

    /// Vert.x has an exception of its own for each version of HTTP, for connections of clients alone.
    private static boolean isOfConnection(Throwable cause) {
        return cause instanceof HttpClosedException || cause instanceof StreamResetException;
    }

    private static boolean any(Throwable failure, Predicate<Throwable> condition) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (condition.test(at)) {
                return true;
            }
        }
        return false;
    }
}
