package dev.parlance.kit.pipeline;

import dev.parlance.kit.intake.Patience;
import dev.parlance.kit.intake.Progress;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Barks when a consumer is stuck: a hung batch, a client that no longer polls.
/// Never because broker or database are away, or refuse for a while: then nobody makes progress, and a restart
/// helps nobody.
@ApplicationScoped
class Watchdog {
    private static final Logger LOG = Logger.getLogger(Watchdog.class);

    private final IntakeLags lags;
    private final Backlog backlog;
    private final Patience retries;
    private final Progress progress;
    private final Clock clock;
    private final Watch watch;
    private volatile Set<TopicPartition> stuck = Set.of();

    Watchdog(
            IntakeLags lags, Backlog backlog, Patience retries, Progress progress, WatchdogConfig config, Clock clock) {
        this.lags = lags;
        this.backlog = backlog;
        this.retries = retries;
        this.progress = progress;
        this.clock = clock;
        this.watch = new Watch(config.patience());
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        Optional<IntakeLags.Standing> standing = lags.latest();
        if (standing.isEmpty() || !backlog.isCurrent() || retries.isTried()) {
            watch.forget();
            stuck = Set.of();
            return;
        }
        Set<TopicPartition> found = watch.look(standing.get().places(), clock.instant()).stream()
                .filter(this::isOurs)
                .collect(Collectors.toUnmodifiableSet());
        found.stream()
                .filter(partition -> !stuck.contains(partition))
                .forEach(partition -> LOG.errorf(
                        "event=stuck-consumer topic=%s partition=%d lag=%d",
                        partition.topic(),
                        partition.partition(),
                        standing.get().places().get(partition).lag()));
        stuck = found;
    }

    /// A partition that another instance reads is that instance's to answer for; an instance that has got none at
    /// all while records wait may itself be what holds the group up.
    private boolean isOurs(TopicPartition partition) {
        Set<TopicPartition> assigned = progress.assigned();
        return assigned.isEmpty() || assigned.contains(partition);
    }

    Set<TopicPartition> stuck() {
        return stuck;
    }
}
