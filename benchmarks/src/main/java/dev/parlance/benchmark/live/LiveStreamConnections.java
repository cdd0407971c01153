package dev.parlance.benchmark.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.benchmark.installation.storage.BackgroundTask;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Thousands of live streams over as many connections, read by one thread; a stream that breaks is resumed behind its
/// last event. In HTTP/1.0, which has no chunks to take apart.
public final class LiveStreamConnections implements AutoCloseable {
    private static final long RECONNECT_DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int MAX_CONNECTS_PER_ROUND = 64;
    private static final int SELECT_TIMEOUT_MILLIS = 50;

    private final InetSocketAddress service;
    private final List<LiveStream> streams = new ArrayList<>();
    private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(1 << 18);
    private final AtomicInteger openStreams = new AtomicInteger();
    private final AtomicInteger openedConnections = new AtomicInteger();
    private final BackgroundTask readTask;

    private static final class LiveStream {
        private final String learner;
        private final LiveStreamParser parser;
        private boolean isCountedOpen;
        private long reconnectAtNanos = System.nanoTime();

        private LiveStream(String learner, LiveStreamParser reader) {
            this.learner = learner;
            this.parser = reader;
        }
    }

    /// Begins to connect, a stream for each learner.
    public LiveStreamConnections(int port, List<String> learners, LiveLatencies turns) {
        this.service = new InetSocketAddress("127.0.0.1", port);
        learners.forEach(learner -> streams.add(new LiveStream(learner, new LiveStreamParser(turns))));
        this.readTask = BackgroundTask.start("live streams", this::read);
    }

    /// Streams that have begun, at this moment.
    public int openStreams() {
        return openStreams.get();
    }

    /// Connections beyond the first of each stream.
    public int countResumed() {
        return openedConnections.get() - streams.size();
    }

    /// Events that did not follow the one before; after the close.
    public int countGaps() {
        return streams.stream().mapToInt(stream -> stream.parser.gaps()).sum();
    }

    /// Streams that received a reset because events are gone; after the close.
    public int countResets() {
        return streams.stream().mapToInt(stream -> stream.parser.resets()).sum();
    }

    @Override
    public void close() {
        readTask.close();
    }

    private void read(BooleanSupplier closed) throws IOException {
        Deque<LiveStream> waiting = new ArrayDeque<>(streams);
        try (Selector selector = Selector.open()) {
            while (!closed.getAsBoolean()) {
                connect(waiting, selector);
                selector.select(SELECT_TIMEOUT_MILLIS);
                long at = System.nanoTime();
                for (SelectionKey key : selector.selectedKeys()) {
                    if (!transfer(key, at)) {
                        waiting.add(closeConnection(key));
                    }
                }
                selector.selectedKeys().clear();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
    }

    private void connect(Deque<LiveStream> waiting, Selector selector) throws IOException {
        for (int next = 0; next < MAX_CONNECTS_PER_ROUND && !waiting.isEmpty(); next++) {
            if (waiting.peek().reconnectAtNanos > System.nanoTime()) {
                return;
            }
            LiveStream stream = waiting.poll();
            var channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_CONNECT, stream);
            channel.connect(service);
        }
    }

    /// False when the connection is over.
    private boolean transfer(SelectionKey key, long at) {
        var channel = (SocketChannel) key.channel();
        var stream = (LiveStream) key.attachment();
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                channel.write(ByteBuffer.wrap(request(stream)));
                key.interestOps(SelectionKey.OP_READ);
                return true;
            }
            if (channel.read(readBuffer.clear()) < 0) {
                return false;
            }
            stream.parser.parse(readBuffer.flip(), at);
        } catch (IOException e) {
            return false; // the service has died, or has not come back yet
        }
        if (!stream.isCountedOpen && stream.parser.isOpen()) {
            stream.isCountedOpen = true;
            openStreams.incrementAndGet();
            openedConnections.incrementAndGet();
        }
        return !stream.parser.isRefused();
    }

    private LiveStream closeConnection(SelectionKey key) throws IOException {
        var stream = (LiveStream) key.attachment();
        key.channel().close();
        if (stream.isCountedOpen) {
            stream.isCountedOpen = false;
            openStreams.decrementAndGet();
        }
        stream.parser.connectionLost();
        stream.reconnectAtNanos = System.nanoTime() + RECONNECT_DELAY_NANOS;
        return stream;
    }

    private static byte[] request(LiveStream stream) {
        String resumed = stream.parser.lastId() == null ? "" : "Last-Event-ID: " + stream.parser.lastId() + "\r\n";
        return "GET /v1/learners/%s/live HTTP/1.0\r\nHost: localhost\r\n%s\r\n"
                .formatted(stream.learner, resumed)
                .getBytes(UTF_8);
    }
}
