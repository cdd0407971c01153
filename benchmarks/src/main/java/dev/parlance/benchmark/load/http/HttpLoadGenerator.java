package dev.parlance.benchmark.load.http;

import dev.parlance.benchmark.report.Failure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Sends requests over a number of connections that stay open, one request at a time on each, all from one thread: it
/// shares the cores with what it measures, so it does nothing but write bytes, read a status and drop the body. A
/// connection that receives 503 pauses for a moment.
public final class HttpLoadGenerator implements AutoCloseable {
    private static final int MAX_REQUEST_BYTES = 1 << 20;
    private static final int OVERLOADED = 503;
    private static final long OVERLOAD_BACKOFF_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long RESPONSE_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Selector selector;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Deque<Connection> backingOff = new ArrayDeque<>();
    private final ByteBuffer request = ByteBuffer.allocateDirect(MAX_REQUEST_BYTES);
    private final ByteBuffer response = ByteBuffer.allocateDirect(1 << 18);
    private final int connections;

    /// One connection and the request that is on its way on it.
    private static final class Connection {
        private final SocketChannel channel;
        private final HttpResponseParser parser = new HttpResponseParser();
        private int number;
        private long dueNanos;
        private long backoffUntilNanos;
        private ByteBuffer unsent;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /// Receives each response.
    @FunctionalInterface
    public interface ResponseListener {
        /// @param due      when it was to be sent, by `System.nanoTime`
        /// @param answered when the last byte of the answer had come
        void onResponse(int number, int status, long due, long answered);
    }

    private HttpLoadGenerator(InetSocketAddress service, int connections) throws IOException {
        this.selector = Selector.open();
        this.connections = connections;
        for (int opened = 0; opened < connections; opened++) {
            var channel = SocketChannel.open(service);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            var connection = new Connection(channel);
            channel.register(selector, SelectionKey.OP_READ, connection);
            idle.add(connection);
        }
    }

    public static HttpLoadGenerator connect(int port, int connections) {
        try {
            return new HttpLoadGenerator(new InetSocketAddress("127.0.0.1", port), connections);
        } catch (IOException e) {
            throw Failure.failed("Nobody answers at port %d (%s).".formatted(port, e.getMessage()));
        }
    }

    /// Sends at this pace; returns when all that was sent has been answered.
    public HttpResponses send(HttpRequests requests, LoadProfile pace) {
        var answers = new HttpResponses();
        send(requests, pace, (_, status, due, answered) -> answers.add(status, due, answered));
        return answers;
    }

    /// The same, with a call for each response when it arrives.
    public void send(HttpRequests requests, LoadProfile pace, ResponseListener listener) {
        try {
            run(requests, pace, listener);
        } catch (IOException e) {
            throw Failure.failed("A connection broke (%s).".formatted(e.getMessage()));
        }
    }

    private void run(HttpRequests requests, LoadProfile pace, ResponseListener listener) throws IOException {
        long begun = System.nanoTime();
        long heard = begun;
        int next = 0;
        while (true) {
            long now = System.nanoTime();
            while (!backingOff.isEmpty() && backingOff.peek().backoffUntilNanos <= now) {
                idle.add(backingOff.poll());
            }
            while (!idle.isEmpty() && pace.includes(next, now - begun) && begun + pace.dueNanos(next) <= now) {
                send(requests, idle.poll(), next, pace.isOpenLoop() ? begun + pace.dueNanos(next) : now);
                next++;
            }
            boolean more = pace.includes(next, now - begun);
            if (!more && idle.size() == connections) {
                return;
            }
            long nextDue = more && !idle.isEmpty() ? begun + pace.dueNanos(next) : now + RESPONSE_TIMEOUT_NANOS;
            long nextRested = backingOff.isEmpty() ? now + RESPONSE_TIMEOUT_NANOS : backingOff.peek().backoffUntilNanos;
            if (selectReady(Math.min(nextDue, nextRested) - now) > 0) {
                heard = System.nanoTime();
                for (SelectionKey key : selector.selectedKeys()) {
                    transfer(key, listener);
                }
                selector.selectedKeys().clear();
            } else if (idle.size() + backingOff.size() < connections
                    && System.nanoTime() - heard > RESPONSE_TIMEOUT_NANOS) {
                throw new IOException("no answer for 60 s");
            }
        }
    }

    /// Waits for answers, no longer than until the next request is due. A selector knows only milliseconds.
    private int selectReady(long nanos) throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(Math.min(nanos, RESPONSE_TIMEOUT_NANOS));
        if (millis > 0) {
            return selector.select(millis);
        }
        int ready = selector.selectNow();
        if (ready == 0) {
            LockSupport.parkNanos(nanos);
            ready = selector.selectNow();
        }
        return ready;
    }

    private void send(HttpRequests requests, Connection connection, int number, long due) throws IOException {
        connection.number = number;
        connection.dueNanos = due;
        requests.write(number, request.clear());
        connection.channel.write(request.flip());
        if (request.hasRemaining()) {
            connection.unsent =
                    ByteBuffer.allocate(request.remaining()).put(request).flip();
            connection.channel.keyFor(selector).interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    private void transfer(SelectionKey key, ResponseListener listener) throws IOException {
        var connection = (Connection) key.attachment();
        if (key.isWritable()) {
            connection.channel.write(connection.unsent);
            if (!connection.unsent.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ);
            }
        }
        if (key.isReadable()) {
            if (connection.channel.read(response.clear()) < 0) {
                throw new IOException("the service closed it");
            }
            if (connection.parser.parse(response.flip())) {
                listener.onResponse(
                        connection.number, connection.parser.status(), connection.dueNanos, System.nanoTime());
                release(connection);
            }
        }
    }

    private void release(Connection connection) {
        if (connection.parser.status() == OVERLOADED) {
            connection.backoffUntilNanos = System.nanoTime() + OVERLOAD_BACKOFF_NANOS;
            backingOff.add(connection);
        } else {
            idle.add(connection);
        }
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw Failure.failed("A connection could not be closed (%s).".formatted(e.getMessage()));
        }
    }
}
