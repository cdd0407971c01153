package dev.parlance.kit.request;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/// Metrics of requests that are not served, or whose client has gone. All exist from the start.
@ApplicationScoped
public class RequestMetrics {
    /// Why a request was refused before any work.
    enum Refusal {
        QUEUE_FULL,
        TOO_OLD
    }

    /// When the client hung up.
    public enum Abandoned {
        /// While its request waited: nothing was done.
        QUEUED,
        /// After the work on its request had begun.
        AT_WORK
    }

    /// What a slow client was cut off from.
    enum Transfer {
        BODY,
        RESPONSE
    }

    private final MeterRegistry metrics;
    private final Map<Refusal, Counter> refused;
    private final Map<Abandoned, Counter> abandoned;
    private final Map<Transfer, Counter> slow;
    private final Timer queueTime;

    public RequestMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        this.refused = counters(
                Refusal.class, "parlance.request.refused", "reason", "Requests refused before any work was done");
        this.abandoned =
                counters(Abandoned.class, "parlance.request.abandoned", "stage", "Requests whose client has hung up");
        this.slow = counters(
                Transfer.class, "parlance.request.slow.clients", "transfer", "Clients cut off because they were slow");
        this.queueTime = Timer.builder("parlance.request.queue.time")
                .description("How long requests that were served have waited for a worker thread")
                .register(metrics);
    }

    void registerQueue(IntSupplier queued) {
        Gauge.builder("parlance.request.queued", () -> queued.getAsInt())
                .description("Requests that wait for a worker thread")
                .register(metrics);
    }

    void countRefused(Refusal reason) {
        refused.get(reason).increment();
    }

    public void countAbandoned(Abandoned stage) {
        abandoned.get(stage).increment();
    }

    void countSlow(Transfer transfer) {
        slow.get(transfer).increment();
    }

    void recordQueueTime(Duration time) {
        queueTime.record(time);
    }

    private <E extends Enum<E>> Map<E, Counter> counters(Class<E> values, String name, String tag, String description) {
        Map<E, Counter> counters = new EnumMap<>(values);
        Arrays.stream(values.getEnumConstants())
                .forEach(value -> counters.put(
                        value,
                        Counter.builder(name)
                                .tag(tag, value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .description(description)
                                .register(metrics)));
        return counters;
    }
}
