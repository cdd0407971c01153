package dev.parlance.fault.load;

import dev.parlance.platform.client.JsonHttpClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Clients that start conversations without a turn: as fast as they are answered, or at a fixed rate whatever becomes
/// of those before. At a fixed rate each tries three times; every other one hangs up after 2 s, the rest after 10 s.
public final class ConversationFlood implements AutoCloseable {
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(2);
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_ATTEMPTS = 3;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<String> service;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean stopped;

    /// @param service base URL of a conversation-service, called for each request
    public ConversationFlood(Supplier<String> service) {
        this.service = service;
    }

    /// How many a second are accepted from so many clients that each wait for the response.
    public double measureCapacity(int clients, Duration time) throws InterruptedException {
        int before = accepted.get();
        long end = System.nanoTime() + time.toNanos();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                callers.execute(() -> {
                    while (System.nanoTime() < end) {
                        var _ = send(UUID.randomUUID(), LONG_PATIENCE);
                    }
                });
            }
        }
        return (accepted.get() - before) / (time.toMillis() / 1e3);
    }

    /// Returns at once.
    public ConversationFlood start(double requestsPerSecond) {
        threads.execute(() -> {
            long begun = System.nanoTime();
            try {
                for (int number = 0; !stopped; number++) {
                    TimeUnit.NANOSECONDS.sleep(
                            begun + Math.round(number / requestsPerSecond * 1e9) - System.nanoTime());
                    Duration patience = number % 2 == 0 ? SHORT_PATIENCE : LONG_PATIENCE;
                    threads.execute(() -> sendUntilAccepted(patience));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    /// One request.
    ///
    /// @return whether it was accepted within this time
    public boolean send(Duration patience) {
        return send(UUID.randomUUID(), patience);
    }

    /// Attempts answered 2xx so far.
    public int accepted() {
        return accepted.get();
    }

    /// Attempts answered otherwise so far.
    public int refused() {
        return refused.get();
    }

    /// Attempts whose client has hung up so far.
    public int unanswered() {
        return unanswered.get();
    }

    /// Hangs up on all requests in flight.
    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
        http.shutdownNow();
    }

    private void sendUntilAccepted(Duration patience) {
        UUID conversation = UUID.randomUUID();
        for (int attempt = 0; attempt < MAX_ATTEMPTS && !stopped && !send(conversation, patience); attempt++) {}
    }

    private boolean send(UUID conversation, Duration patience) {
        try {
            HttpResponse<Void> response = http.send(
                    JsonHttpClient.request("PUT", service.get() + "/v1/conversations/" + conversation, "{}")
                            .timeout(patience)
                            .build(),
                    BodyHandlers.discarding());
            boolean isAccepted = response.statusCode() / 100 == 2;
            (isAccepted ? accepted : refused).incrementAndGet();
            return isAccepted;
        } catch (IOException e) {
            unanswered.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
