package dev.parlance.cli.chat;

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
import java.util.stream.Stream;

/// Follows a live stream on a thread of its own, over as many connections as it takes: each one resumes behind the last
/// event of the one before.
public final class LiveFeed implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// Longer than two heartbeats: a connection that is silent for so long is lost, and nobody said so.
    private static final Duration SILENCE = Duration.ofSeconds(40);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI stream;
    private final Consumer<StreamedEvent> events;
    private final Consumer<String> notes;
    private final EventLines lines = new EventLines();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("live").daemon().unstarted(this::follow);
    private volatile boolean closed;
    private volatile long lastLine = System.nanoTime();
    private volatile Stream<String> body;

    /// @param notes told what became of the connection; never an event
    public LiveFeed(URI stream, Consumer<StreamedEvent> events, Consumer<String> notes) {
        this.stream = stream;
        this.events = events;
        this.notes = notes;
    }

    public LiveFeed start() {
        thread.start();
        return this;
    }

    /// Waits until somebody has answered, so that what is said from then on is heard; not for ever.
    public void awaitBegin() throws InterruptedException {
        var _ = begun.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// To be called now and then: breaks a connection off that has been silent for too long.
    public void look() {
        Stream<String> open = body;
        if (open != null && System.nanoTime() - lastLine > SILENCE.toNanos()) {
            open.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        client.shutdownNow();
        thread.interrupt();
    }

    private void follow() {
        boolean isLost = false;
        while (!closed) {
            try {
                isLost = read(isLost);
                Thread.sleep(PAUSE);
            } catch (IOException | UncheckedIOException e) {
                if (!isLost && !closed) {
                    notes.accept("connection lost, trying again");
                    isLost = true;
                }
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Reads one connection to its end.
    ///
    /// @return whether it was refused
    private boolean read(boolean wasLost) throws IOException, InterruptedException {
        lines.broken();
        HttpRequest.Builder request = HttpRequest.newBuilder(stream).header("Accept", "text/event-stream");
        if (lines.lastId() != null) {
            request.header("Last-Event-ID", lines.lastId());
        }
        HttpResponse<Stream<String>> response = client.send(request.build(), BodyHandlers.ofLines());
        try (Stream<String> open = response.body()) {
            if (response.statusCode() != OK) {
                if (!wasLost) {
                    notes.accept("the stream was refused (status %d), trying again".formatted(response.statusCode()));
                }
                return true;
            }
            begun.countDown();
            if (wasLost) {
                notes.accept("connected again");
            }
            lastLine = System.nanoTime();
            body = open;
            open.forEach(line -> {
                lastLine = System.nanoTime();
                lines.line(line).ifPresent(events);
            });
        } finally {
            body = null;
        }
        return false;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            closed = true;
        }
    }
}
