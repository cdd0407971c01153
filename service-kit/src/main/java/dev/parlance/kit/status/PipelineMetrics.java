package dev.parlance.kit.status;

import dev.parlance.kit.admission.Admission;
import dev.parlance.kit.admission.OutboxBacklog;
import dev.parlance.kit.consumer.FailedAttempts;
import dev.parlance.kit.health.ConsumerWatchdog;
import dev.parlance.kit.lag.ConsumerLag;
import dev.parlance.kit.offset.FreshnessTracker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Gauges of the pipeline for Prometheus; docs/operations.md says which of them deserve an alert.
@ApplicationScoped
class PipelineMetrics {
    private static final double UNKNOWN = Double.NaN;

    private final MeterRegistry registry;
    private final OutboxBacklog backlog;
    private final Admission admission;
    private final ConsumerLag consumerLag;
    private final ServiceBacklog stages;
    private final FreshnessTracker freshness;
    private final ConsumerWatchdog watchdog;
    private final FailedAttempts failedAttempts;
    private final Clock clock;
    private final Instant startedAt;

    PipelineMetrics(
            MeterRegistry registry,
            OutboxBacklog backlog,
            Admission admission,
            ConsumerLag consumerLag,
            ServiceBacklog stages,
            FreshnessTracker freshness,
            ConsumerWatchdog watchdog,
            FailedAttempts failedAttempts,
            Clock clock) {
        this.registry = registry;
        this.backlog = backlog;
        this.admission = admission;
        this.consumerLag = consumerLag;
        this.stages = stages;
        this.freshness = freshness;
        this.watchdog = watchdog;
        this.failedAttempts = failedAttempts;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("parlance.outbox.rows", () -> backlog.latest().rows())
                .description("Events that wait to be sent")
                .register(registry);
        Gauge.builder(
                        "parlance.outbox.oldest.seconds",
                        () -> backlog.latest().oldestAge().toMillis() / 1000.0)
                .description("Age of the oldest event that waits to be sent")
                .register(registry);
        Gauge.builder("parlance.admission.closed", () -> admission.isClosed() ? 1 : 0)
                .description("1 while writes are refused because too much waits")
                .register(registry);
        Gauge.builder("parlance.quarantine.waiting.records", stages::quarantined)
                .description("Records set aside that wait for a person")
                .register(registry);
        Gauge.builder("parlance.consumer.stuck.partitions", () -> watchdog.stuck()
                        .size())
                .description("Partitions in which records wait and none is applied")
                .register(registry);
        for (String topic : stages.topics()) {
            Gauge.builder("parlance.consumer.attempts", () -> failedAttempts.max(topic))
                    .description("Failed attempts in a row to apply a batch, 0 once it is applied")
                    .tag("topic", topic)
                    .register(registry);
            Gauge.builder("parlance.consumer.lag.records", () -> lag(topic))
                    .description("Records that wait to be applied")
                    .tag("topic", topic)
                    .register(registry);
            Gauge.builder("parlance.consumer.idle.seconds", () -> idleSeconds(topic))
                    .description("Since a batch was last applied, 0 while nothing waits")
                    .tag("topic", topic)
                    .register(registry);
        }
    }

    private double idleSeconds(String topic) {
        double lag = lag(topic);
        if (lag == 0) {
            return 0;
        }
        Instant last = freshness.lastAppliedAt(topic).orElse(startedAt);
        return Duration.between(last, clock.instant()).toMillis() / 1000.0;
    }

    private double lag(String topic) {
        return consumerLag.latest().map(lag -> (double) lag.lag(topic)).orElse(UNKNOWN);
    }
}
