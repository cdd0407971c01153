package dev.parlance.benchmark.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.benchmark.installation.Api;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Turns of a crowd at a steady rate, each sent under its id until it is accepted, whatever dies meanwhile.
public final class PatientTurns implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int AT_ONCE = 64;

    private final Api api;
    private final Crowd crowd;
    private final LiveTurns turns;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore connections = new Semaphore(AT_ONCE);
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean stopped;

    public PatientTurns(Api api, Crowd crowd, LiveTurns turns) {
        this.api = api;
        this.crowd = crowd;
        this.turns = turns;
    }

    public void start(double perSecond) {
        threads.execute(() -> run(perSecond));
    }

    /// No turn becomes due any more.
    public void stop() {
        stopped = true;
    }

    /// Turns on their way.
    public int open() {
        return open.get();
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }

    private void run(double perSecond) {
        long begun = System.nanoTime();
        try {
            for (int number = 0; !stopped; number++) {
                TimeUnit.NANOSECONDS.sleep(begun + Math.round(number / perSecond * 1e9) - System.nanoTime());
                int turn = number;
                open.incrementAndGet();
                threads.execute(() -> send(turn));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(int number) {
        String id = UUID.randomUUID().toString();
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("learnerText", Crowd.text(number % crowd.size(), number / crowd.size()));
        String path = "/v1/conversations/%s/turns/%s".formatted(crowd.conversation(number), id);
        try {
            while (!isAccepted(path, body)) {
                Thread.sleep(PAUSE);
            }
            turns.accepted(id, System.nanoTime(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private boolean isAccepted(String path, JsonNode body) throws InterruptedException {
        connections.acquire();
        try {
            int status = api.put(path, body);
            return status == 200 || status == 201;
        } catch (IOException e) {
            return false;
        } finally {
            connections.release();
        }
    }
}
