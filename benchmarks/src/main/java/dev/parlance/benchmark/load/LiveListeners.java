package dev.parlance.benchmark.load;

import static java.nio.charset.StandardCharsets.UTF_8;

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
public final class LiveListeners implements AutoCloseable {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int CONNECTS_AT_ONCE = 64;
    private static final int LOOK_MILLIS = 50;

    private final InetSocketAddress service;
    private final List<Stream> streams = new ArrayList<>();
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 18);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final Watch watch;

    private static final class Stream {
        private final String learner;
        private final LiveStreamReader reader;
        private boolean counted;
        private long notBefore = System.nanoTime();

        private Stream(String learner, LiveStreamReader reader) {
            this.learner = learner;
            this.reader = reader;
        }
    }

    /// Begins to connect, a stream for each learner.
    public LiveListeners(int port, List<String> learners, LiveTurns turns) {
        this.service = new InetSocketAddress("127.0.0.1", port);
        learners.forEach(learner -> streams.add(new Stream(learner, new LiveStreamReader(turns))));
        this.watch = Watch.start("live streams", this::read);
    }

    /// Streams that have begun, at this moment.
    public int open() {
        return open.get();
    }

    /// Connections beyond the first of each stream.
    public int resumed() {
        return connections.get() - streams.size();
    }

    /// Events that did not follow the one before; after the close.
    public int gaps() {
        return streams.stream().mapToInt(stream -> stream.reader.gaps()).sum();
    }

    /// Streams that were told that events are gone; after the close.
    public int resets() {
        return streams.stream().mapToInt(stream -> stream.reader.resets()).sum();
    }

    @Override
    public void close() {
        watch.close();
    }

    private void read(BooleanSupplier closed) throws IOException {
        Deque<Stream> waiting = new ArrayDeque<>(streams);
        try (Selector selector = Selector.open()) {
            while (!closed.getAsBoolean()) {
                connect(waiting, selector);
                selector.select(LOOK_MILLIS);
                long at = System.nanoTime();
                for (SelectionKey key : selector.selectedKeys()) {
                    if (!proceed(key, at)) {
                        waiting.add(lost(key));
                    }
                }
                selector.selectedKeys().clear();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
    }

    private void connect(Deque<Stream> waiting, Selector selector) throws IOException {
        for (int next = 0; next < CONNECTS_AT_ONCE && !waiting.isEmpty(); next++) {
            if (waiting.peek().notBefore > System.nanoTime()) {
                return;
            }
            Stream stream = waiting.poll();
            var channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_CONNECT, stream);
            channel.connect(service);
        }
    }

    /// False when the connection is over.
    private boolean proceed(SelectionKey key, long at) {
        var channel = (SocketChannel) key.channel();
        var stream = (Stream) key.attachment();
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                channel.write(ByteBuffer.wrap(request(stream)));
                key.interestOps(SelectionKey.OP_READ);
                return true;
            }
            if (channel.read(bytes.clear()) < 0) {
                return false;
            }
            stream.reader.read(bytes.flip(), at);
        } catch (IOException e) {
            return false; // the service has died, or has not come back yet
        }
        if (!stream.counted && stream.reader.isOpen()) {
            stream.counted = true;
            open.incrementAndGet();
            connections.incrementAndGet();
        }
        return !stream.reader.isRefused();
    }

    private Stream lost(SelectionKey key) throws IOException {
        var stream = (Stream) key.attachment();
        key.channel().close();
        if (stream.counted) {
            stream.counted = false;
            open.decrementAndGet();
        }
        stream.reader.broken();
        stream.notBefore = System.nanoTime() + PAUSE;
        return stream;
    }

    private static byte[] request(Stream stream) {
        String resumed = stream.reader.lastId() < 0 ? "" : "Last-Event-ID: " + stream.reader.lastId() + "\r\n";
        return "GET /v1/learners/%s/live HTTP/1.0\r\nHost: localhost\r\n%s\r\n"
                .formatted(stream.learner, resumed)
                .getBytes(UTF_8);
    }
}
