package dev.parlance.kit.shutdown;

import io.netty.channel.Channel;
import io.netty.channel.nio.AbstractNioChannel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// The connections that clients keep open: the requests at work on each, and its last use.
///
/// A client that sends a request while its connection is being closed gets no response. A pool of connections uses
/// next either the one that was used longest ago or the one that was used last. Those in between can be closed
/// without losing a request; those at both ends are used soon, and are closed with the response.
final class IdleConnections {
    /// Part of the connections used within the last second that is left open at each end.
    private static final int BUSY_CONNECTIONS_DIVISOR = 4;

    private final Map<HttpConnection, ConnectionUse> uses = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private volatile boolean shuttingDown;

    IdleConnections(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private static final class ConnectionUse {
        final AtomicInteger requests = new AtomicInteger();
        volatile long lastUsedNanos; // by System.nanoTime
    }

    void requestStarted(HttpConnection connection) {
        ConnectionUse use = uses.get(connection);
        if (use == null) { // no race: one thread reads a connection
            use = new ConnectionUse();
            uses.put(connection, use);
            var _ = channel(connection).closeFuture().addListener(_ -> uses.remove(connection));
        }
        use.requests.incrementAndGet();
        use.lastUsedNanos = nanoTime.getAsLong();
    }

    void requestEnded(HttpConnection connection) {
        ConnectionUse use = uses.get(connection);
        if (use != null) {
            use.requests.decrementAndGet();
        }
    }

    /// Tells the client with the response that this connection ends. Quarkus does so for requests that arrive during
    /// the shutdown, and not for those at work then.
    void closeAfterResponse(HttpServerRequest request) {
        if (shuttingDown && request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /// Closes the connections that have no request and are not about to get one, spread over this time.
    void closeIdle(Duration time) {
        shuttingDown = true;
        long now = nanoTime.getAsLong();
        List<Map.Entry<HttpConnection, Long>> byAge = uses.entrySet().stream()
                .map(use -> Map.entry(use.getKey(), now - use.getValue().lastUsedNanos))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
        long inOneSecond = byAge.stream()
                .filter(use -> use.getValue() < TimeUnit.SECONDS.toNanos(1))
                .count();
        int left = Math.toIntExact(inOneSecond / BUSY_CONNECTIONS_DIVISOR);
        for (int at = left; at < byAge.size() - left; at++) {
            HttpConnection connection = byAge.get(at).getKey();
            channel(connection).eventLoop().execute(() -> closeIfIdle(connection));
            LockSupport.parkNanos(time.toNanos() / byAge.size());
        }
    }

    /// Called by the thread that reads the connection, which reads once more: a request may have arrived.
    private void closeIfIdle(HttpConnection connection) {
        if (channel(connection) instanceof AbstractNioChannel selected && selected.isOpen()) {
            selected.unsafe().read();
        }
        ConnectionUse use = uses.get(connection);
        if (use != null && use.requests.get() == 0) {
            var _ = connection.close();
        }
    }

    private static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }
}
