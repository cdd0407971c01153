package dev.parlance.kit.health;

import dev.parlance.kit.admission.OutboxBacklog;
import dev.parlance.kit.consumer.FailedAttempts;
import dev.parlance.kit.lag.ConsumerLag;
import dev.parlance.kit.offset.FreshnessTracker;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Detects stuck consumers: a batch that hangs, a client that no longer polls, a batch that fails again and again.
/// Reports none while broker or database are unavailable: nobody makes progress then.
@ApplicationScoped
public class ConsumerWatchdog {
    private static final Logger LOG = Logger.getLogger(ConsumerWatchdog.class);

    private final ConsumerLag consumerLag;
    private final OutboxBacklog backlog;
    private final FailedAttempts failedAttempts;
    private final FreshnessTracker freshness;
    private final Clock clock;
    private final StuckPartitionDetector detector;
    private volatile Set<TopicPartition> stuck = Set.of();

    ConsumerWatchdog(
            ConsumerLag consumerLag,
            OutboxBacklog backlog,
            FailedAttempts failedAttempts,
            FreshnessTracker freshness,
            WatchdogConfig config,
            Clock clock) {
        this.consumerLag = consumerLag;
        this.backlog = backlog;
        this.failedAttempts = failedAttempts;
        this.freshness = freshness;
        this.clock = clock;
        this.detector = new StuckPartitionDetector(config.stuckTimeout());
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        Optional<ConsumerLag.LagSnapshot> lag = consumerLag.latest();
        if (lag.isEmpty() || !backlog.isCurrent()) {
            detector.reset();
            stuck = Set.of();
            return;
        }
        Set<TopicPartition> found = detector.findStuck(lag.get().partitions(), clock.instant()).stream()
                .filter(this::isAssignedHere)
                .collect(Collectors.toUnmodifiableSet());
        found.stream()
                .filter(partition -> !stuck.contains(partition))
                .forEach(partition -> LOG.errorf(
                        "event=stuck-consumer topic=%s partition=%d lag=%d failedAttempts=%d",
                        partition.topic(),
                        partition.partition(),
                        lag.get().partitions().get(partition).lag(),
                        failedAttempts.max(partition.topic())));
        stuck = found;
    }

    /// Another instance's partitions are reported by that instance. An instance that has none while records wait may
    /// itself block the group.
    private boolean isAssignedHere(TopicPartition partition) {
        Set<TopicPartition> assigned = freshness.assigned();
        return assigned.isEmpty() || assigned.contains(partition);
    }

    /// The partitions that the last check found stuck.
    public Set<TopicPartition> stuck() {
        return stuck;
    }

    /// Those of them whose batch hangs, which a restart heals. Where a batch fails and is tried again, it does not.
    Set<TopicPartition> hanging() {
        return stuck.stream()
                .filter(partition -> !failedAttempts.isRetried(partition))
                .collect(Collectors.toUnmodifiableSet());
    }
}
