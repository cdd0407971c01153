package dev.parlance.benchmark.load;

import dev.parlance.benchmark.installation.Failure;
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
/// connection that was told that the service is overloaded rests for a moment.
public final class HttpDriver implements AutoCloseable {
    private static final int LARGEST_REQUEST = 1 << 20;
    private static final int OVERLOADED = 503;
    private static final long REST = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(60);

    private final Selector selector;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Deque<Connection> resting = new ArrayDeque<>();
    private final ByteBuffer request = ByteBuffer.allocateDirect(LARGEST_REQUEST);
    private final ByteBuffer answer = ByteBuffer.allocateDirect(1 << 18);
    private final int connections;

    /// One connection and the request that is on its way on it.
    private static final class Connection {
        private final SocketChannel channel;
        private final AnswerReader answer = new AnswerReader();
        private int number;
        private long due;
        private long restUntil;
        private ByteBuffer unsent;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /// Who wants to know of each answer.
    @FunctionalInterface
    public interface Listener {
        /// @param due      when it was to be sent, by `System.nanoTime`
        /// @param answered when the last byte of the answer had come
        void answered(int number, int status, long due, long answered);
    }

    private HttpDriver(InetSocketAddress service, int connections) throws IOException {
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

    public static HttpDriver connect(int port, int connections) {
        try {
            return new HttpDriver(new InetSocketAddress("127.0.0.1", port), connections);
        } catch (IOException e) {
            throw Failure.failed("Nobody answers at port %d (%s).".formatted(port, e.getMessage()));
        }
    }

    /// Sends at this pace; returns when all that was sent has been answered.
    public Answers send(Requests requests, Pace pace) {
        var answers = new Answers();
        send(requests, pace, (_, status, due, answered) -> answers.add(status, due, answered));
        return answers;
    }

    /// The same, telling of each answer when it comes.
    public void send(Requests requests, Pace pace, Listener listener) {
        try {
            drive(requests, pace, listener);
        } catch (IOException e) {
            throw Failure.failed("A connection broke (%s).".formatted(e.getMessage()));
        }
    }

    private void drive(Requests requests, Pace pace, Listener listener) throws IOException {
        long begun = System.nanoTime();
        long heard = begun;
        int next = 0;
        while (true) {
            long now = System.nanoTime();
            while (!resting.isEmpty() && resting.peek().restUntil <= now) {
                idle.add(resting.poll());
            }
            while (!idle.isEmpty() && pace.isWanted(next, now - begun) && begun + pace.dueNanos(next) <= now) {
                send(requests, idle.poll(), next, pace.isOpen() ? begun + pace.dueNanos(next) : now);
                next++;
            }
            boolean more = pace.isWanted(next, now - begun);
            if (!more && idle.size() == connections) {
                return;
            }
            long nextDue = more && !idle.isEmpty() ? begun + pace.dueNanos(next) : now + SILENCE;
            long nextRested = resting.isEmpty() ? now + SILENCE : resting.peek().restUntil;
            if (await(Math.min(nextDue, nextRested) - now) > 0) {
                heard = System.nanoTime();
                for (SelectionKey key : selector.selectedKeys()) {
                    proceed(key, listener);
                }
                selector.selectedKeys().clear();
            } else if (idle.size() + resting.size() < connections && System.nanoTime() - heard > SILENCE) {
                throw new IOException("no answer for 60 s");
            }
        }
    }

    /// Waits for answers, no longer than until the next request is due. A selector knows only milliseconds.
    private int await(long nanos) throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(Math.min(nanos, SILENCE));
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

    private void send(Requests requests, Connection connection, int number, long due) throws IOException {
        connection.number = number;
        connection.due = due;
        requests.write(number, request.clear());
        connection.channel.write(request.flip());
        if (request.hasRemaining()) {
            connection.unsent =
                    ByteBuffer.allocate(request.remaining()).put(request).flip();
            connection.channel.keyFor(selector).interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    private void proceed(SelectionKey key, Listener listener) throws IOException {
        var connection = (Connection) key.attachment();
        if (key.isWritable()) {
            connection.channel.write(connection.unsent);
            if (!connection.unsent.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ);
            }
        }
        if (key.isReadable()) {
            if (connection.channel.read(answer.clear()) < 0) {
                throw new IOException("the service closed it");
            }
            if (connection.answer.ends(answer.flip())) {
                listener.answered(connection.number, connection.answer.status(), connection.due, System.nanoTime());
                release(connection);
            }
        }
    }

    private void release(Connection connection) {
        if (connection.answer.status() == OVERLOADED) {
            connection.restUntil = System.nanoTime() + REST;
            resting.add(connection);
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
