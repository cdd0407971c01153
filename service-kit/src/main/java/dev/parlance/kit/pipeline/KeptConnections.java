package dev.parlance.kit.pipeline;

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

/// The connections that clients keep open, whether a request is at work on them, and when they were used last.
///
/// A client that sends a request in the moment in which its connection is closed hears nothing, and that moment is as
/// long as the news takes to reach it. A pool of connections hands out the one that was used longest ago or the one
/// that was used last. Those in between can be closed without meeting a request; those at both ends are used soon, and
/// go with the answer.
final class KeptConnections {
    /// Of the connections that are used in a second, the part that is left alone at each end.
    private static final int PART = 4;

    private final Map<HttpConnection, Use> uses = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private volatile boolean leaving;

    KeptConnections(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private static final class Use {
        final AtomicInteger requests = new AtomicInteger();
        volatile long last; // in nanoseconds, from no fixed origin
    }

    void begin(HttpConnection connection) {
        Use use = uses.get(connection);
        if (use == null) { // nobody else adds it: one thread reads a connection
            use = new Use();
            uses.put(connection, use);
            var _ = channel(connection).closeFuture().addListener(_ -> uses.remove(connection));
        }
        use.requests.incrementAndGet();
        use.last = nanoTime.getAsLong();
    }

    void end(HttpConnection connection) {
        Use use = uses.get(connection);
        if (use != null) {
            use.requests.decrementAndGet();
        }
    }

    /// Tells a client with its answer that this connection ends. Quarkus says so to requests that come while it stops,
    /// and not to those that are at work then.
    void showOut(HttpServerRequest answered) {
        if (leaving && answered.version() != HttpVersion.HTTP_2) {
            answered.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /// Closes those that have no request and are not about to get one, spread over this time.
    void closeUnused(Duration time) {
        leaving = true;
        long now = nanoTime.getAsLong();
        List<Map.Entry<HttpConnection, Long>> byAge = uses.entrySet().stream()
                .map(use -> Map.entry(use.getKey(), now - use.getValue().last))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
        long inOneSecond = byAge.stream()
                .filter(use -> use.getValue() < TimeUnit.SECONDS.toNanos(1))
                .count();
        int left = Math.toIntExact(inOneSecond / PART);
        for (int at = left; at < byAge.size() - left; at++) {
            HttpConnection connection = byAge.get(at).getKey();
            channel(connection).eventLoop().execute(() -> closeIfUnused(connection));
            LockSupport.parkNanos(time.toNanos() / byAge.size());
        }
    }

    /// By the thread that reads the connection, after another look: a request may have come since its last one.
    private void closeIfUnused(HttpConnection connection) {
        if (channel(connection) instanceof AbstractNioChannel selected && selected.isOpen()) {
            selected.unsafe().read();
        }
        Use use = uses.get(connection);
        if (use != null && use.requests.get() == 0) {
            var _ = connection.close();
        }
    }

    private static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }
}
