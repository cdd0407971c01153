package dev.parlance.benchmark.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// An endpoint that is asked as OpenAI's is: it answers after a while with bytes that begin like an MP3, and counts
/// how often it had to.
public final class SpeechApiStub implements AutoCloseable {
    /// Of one speech: a sentence of some seconds.
    public static final int AUDIO_BYTES = 32 << 10;

    private final AtomicInteger synthesisCount = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Duration synthesisDuration;

    /// @param work how long it takes for each
    public SpeechApiStub(Duration work) {
        this.synthesisDuration = work;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/audio/speech", this::synthesize);
        server.setExecutor(threads);
        server.start();
    }

    public String url() {
        return "http://localhost:%d/v1".formatted(server.getAddress().getPort());
    }

    /// Syntheses so far.
    public int synthesisCount() {
        return synthesisCount.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void synthesize(HttpExchange exchange) throws IOException {
        synthesisCount.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        LockSupport.parkNanos(synthesisDuration.toNanos());
        byte[] sound = new byte[AUDIO_BYTES];
        sound[0] = 'I';
        sound[1] = 'D';
        sound[2] = '3';
        try (exchange) {
            exchange.sendResponseHeaders(200, sound.length);
            exchange.getResponseBody().write(sound);
        }
    }
}
