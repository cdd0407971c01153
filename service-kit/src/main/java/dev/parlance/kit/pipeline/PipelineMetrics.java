package dev.parlance.kit.pipeline;

import dev.parlance.kit.intake.Progress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The numbers of the pipeline where Prometheus finds them; docs/operations.md says which of them deserve an alarm.
@ApplicationScoped
class PipelineMetrics {
    private static final double UNKNOWN = Double.NaN;

    private final MeterRegistry registry;
    private final Backlog backlog;
    private final Admission admission;
    private final IntakeLags lags;
    private final OwnStages stages;
    private final Progress progress;
    private final Watchdog watchdog;
    private final Clock clock;
    private final Instant startedAt;

    PipelineMetrics(
            MeterRegistry registry,
            Backlog backlog,
            Admission admission,
            IntakeLags lags,
            OwnStages stages,
            Progress progress,
            Watchdog watchdog,
            Clock clock) {
        this.registry = registry;
        this.backlog = backlog;
        this.admission = admission;
        this.lags = lags;
        this.stages = stages;
        this.progress = progress;
        this.watchdog = watchdog;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("parlance.outbox.rows", () -> backlog.latest().rows())
                .description("Events that wait to be sent")
                .register(registry);
        Gauge.builder(
                        "parlance.outbox.oldest.seconds",
                        () -> backlog.latest().oldest().toMillis() / 1000.0)
                .description("Age of the oldest event that waits to be sent")
                .register(registry);
        Gauge.builder("parlance.admission.closed", () -> admission.isClosed() ? 1 : 0)
                .description("1 while writes are refused because too much waits")
                .register(registry);
        Gauge.builder("parlance.quarantine.waiting", stages::setAside)
                .description("Records set aside that wait for a person")
                .register(registry);
        Gauge.builder("parlance.intake.stuck", () -> watchdog.stuck().size())
                .description("Partitions in which records wait and none is applied")
                .register(registry);
        for (String topic : stages.topics()) {
            Gauge.builder("parlance.intake.lag", () -> lag(topic))
                    .description("Records that wait to be applied")
                    .tag("topic", topic)
                    .register(registry);
            Gauge.builder("parlance.intake.idle.seconds", () -> idleSeconds(topic))
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
        Instant last = progress.lastAppliedAt(topic).orElse(startedAt);
        return Duration.between(last, clock.instant()).toMillis() / 1000.0;
    }

    private double lag(String topic) {
        return lags.latest().map(standing -> (double) standing.lag(topic)).orElse(UNKNOWN);
    }
}
