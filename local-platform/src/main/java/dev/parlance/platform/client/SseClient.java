package dev.parlance.platform.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Follows a live stream on its own thread. When a connection ends it opens another one that resumes after the last
/// event.
public final class SseClient implements AutoCloseable {
    private static final Duration RECONNECT_INTERVAL = Duration.ofSeconds(1);
    /// More than two heartbeats: a connection without a line for so long is lost.
    private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(40);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final int OK = 200;

    private final Supplier<URI> stream;
    private final Consumer<SseEvent> events;
    private final Consumer<String> notices;
    private final SseParser parser = new SseParser();
    private final CountDownLatch firstOpened = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("live").unstarted(this::follow);
    private volatile boolean closed;
    private volatile boolean open;
    private volatile int connections;
    private volatile long lastLineNanos = System.nanoTime();
    private volatile Stream<String> body;

    /// @param stream  called for each connection
    /// @param events  called on this client's thread
    /// @param notices receives a message when the connection is lost, refused or back
    public SseClient(Supplier<URI> stream, Consumer<SseEvent> events, Consumer<String> notices) {
        this.stream = stream;
        this.events = events;
        this.notices = notices;
    }

    public SseClient start() {
        thread.start();
        return this;
    }

    /// Waits until the first connection tells its position; events after that are delivered.
    ///
    /// @return false if that takes longer
    public boolean awaitOpen(Duration timeout) throws InterruptedException {
        return firstOpened.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean isOpen() {
        return open;
    }

    /// Connections that told their position.
    public int connections() {
        return connections;
    }

    /// Closes a connection that has been silent for too long; to be called regularly.
    public void closeIfSilent() {
        if (System.nanoTime() - lastLineNanos > SILENCE_TIMEOUT.toNanos()) {
            closeConnection();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        closeConnection();
    }

    private void closeConnection() {
        Stream<String> current = body;
        if (current != null) {
            current.close();
        }
    }

    private void follow() {
        boolean isLost = false;
        while (!closed) {
            try {
                isLost = readConnection(isLost);
            } catch (IOException | UncheckedIOException e) {
                if (!isLost && !closed) {
                    notices.accept("connection lost, trying again");
                    isLost = true;
                }
            } catch (InterruptedException e) {
                return;
            } finally {
                open = false;
            }
            pause();
        }
    }

    /// Reads one connection to its end.
    ///
    /// @return whether it was refused
    private boolean readConnection(boolean wasLost) throws IOException, InterruptedException {
        parser.connectionLost();
        HttpRequest.Builder request = HttpRequest.newBuilder(stream.get()).header("Accept", "text/event-stream");
        if (parser.lastId() != null) {
            request.header("Last-Event-ID", parser.lastId());
        }
        HttpResponse<Stream<String>> response = HTTP.send(request.build(), BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() != OK) {
                if (!wasLost) {
                    notices.accept("the stream was refused (status %d), trying again".formatted(response.statusCode()));
                }
                return true;
            }
            if (wasLost) {
                notices.accept("connected again");
            }
            lastLineNanos = System.nanoTime();
            body = lines;
            lines.forEach(this::readLine);
        } finally {
            body = null;
        }
        return false;
    }

    private void readLine(String line) {
        lastLineNanos = System.nanoTime();
        parser.parseLine(line).ifPresent(events);
        if (!open && parser.hasBegun()) {
            connections = connections() + 1;
            open = true;
            firstOpened.countDown();
        }
    }

    private void pause() {
        try {
            Thread.sleep(RECONNECT_INTERVAL);
        } catch (InterruptedException e) {
            closed = true;
        }
    }
}
