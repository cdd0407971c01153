package dev.parlance.benchmark.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.benchmark.load.SimulatedLearners;
import dev.parlance.platform.client.ClientFailure;
import dev.parlance.platform.client.ParlanceApi;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Turns of a crowd at a steady rate, each sent under its id until it is accepted, whatever dies meanwhile.
public final class RetriedTurns implements AutoCloseable {
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(300);
    private static final int MAX_CONNECTIONS = 64;

    private final ParlanceApi api;
    private final SimulatedLearners learners;
    private final LiveLatencies latencies;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore connections = new Semaphore(MAX_CONNECTIONS);
    private final AtomicInteger countPending = new AtomicInteger();
    private volatile boolean stopped;

    public RetriedTurns(ParlanceApi api, SimulatedLearners crowd, LiveLatencies turns) {
        this.api = api;
        this.learners = crowd;
        this.latencies = turns;
    }

    public void start(double perSecond) {
        threads.execute(() -> run(perSecond));
    }

    /// No further turn becomes due.
    public void stop() {
        stopped = true;
    }

    /// Turns in flight.
    public int countPending() {
        return countPending.get();
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
                countPending.incrementAndGet();
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
                .put("learnerText", SimulatedLearners.turnText(number % learners.size(), number / learners.size()));
        String path = "/v1/conversations/%s/turns/%s".formatted(learners.conversationId(number), id);
        try {
            while (!sendOnce(path, body)) {
                Thread.sleep(RETRY_INTERVAL);
            }
            latencies.recordAccepted(id, System.nanoTime(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            countPending.decrementAndGet();
        }
    }

    private boolean sendOnce(String path, JsonNode body) throws InterruptedException {
        connections.acquire();
        try {
            int status = api.put(path, body.toString()).status();
            return status == 200 || status == 201;
        } catch (ClientFailure noResponse) {
            return false;
        } finally {
            connections.release();
        }
    }
}
