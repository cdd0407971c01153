package dev.parlance.kit.status;

import dev.parlance.kit.admission.OutboxBacklog;
import dev.parlance.kit.consumer.BatchReceiver;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.lag.ConsumerLag;
import dev.parlance.kit.offset.Freshness;
import dev.parlance.kit.offset.FreshnessTracker;
import dev.parlance.kit.outbox.BacklogSize;
import dev.parlance.kit.quarantine.Quarantine;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/// The stages that every service has: its outbox and the topics that it reads.
@ApplicationScoped
public class ServiceBacklog implements BacklogSource {
    private static final Logger LOG = Logger.getLogger(ServiceBacklog.class);

    private final OutboxBacklog backlog;
    private final ConsumerLag consumerLag;
    private final FreshnessTracker tracker;
    private final Freshness freshness;
    private final Quarantine quarantine;
    private final Instance<BatchReceiver> receivers;
    private final Clock clock;
    private volatile List<Quarantine.WaitingCount> quarantined = List.of();
    private volatile Optional<Instant> freshAsOf = Optional.empty();

    ServiceBacklog(
            OutboxBacklog backlog,
            ConsumerLag consumerLag,
            FreshnessTracker tracker,
            Freshness freshness,
            Quarantine quarantine,
            @Any Instance<BatchReceiver> receivers,
            Clock clock) {
        this.backlog = backlog;
        this.consumerLag = consumerLag;
        this.tracker = tracker;
        this.freshness = freshness;
        this.quarantine = quarantine;
        this.receivers = receivers;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            quarantined = quarantine.countWaiting();
            freshAsOf = freshness.asOf();
        } catch (RuntimeException e) {
            LOG.debugf("event=service-backlog-check-failed cause=%s", TransientFailure.brief(e));
        }
    }

    @Override
    public List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        stages.add(outboxStage());
        topics().forEach(topic -> stages.add(topicStage(topic)));
        return stages;
    }

    List<String> topics() {
        return receivers.stream().map(BatchReceiver::topic).toList();
    }

    long quarantined() {
        return quarantined(_ -> true);
    }

    private Stage outboxStage() {
        BacklogSize size = backlog.latest();
        return new Stage(
                "outbox",
                size.rows(),
                null,
                size.oldestAge().toSeconds(),
                quarantined(Quarantine.WaitingCount::unsent),
                backlog.lastProgressAt().orElse(null),
                backlog.isCurrent() && consumerLag.latest().isPresent());
    }

    private Stage topicStage(String topic) {
        Optional<Long> lag = consumerLag.latest().map(snapshot -> snapshot.lag(topic));
        boolean idle = lag.isPresent() && lag.get() == 0;
        return new Stage(
                topic,
                null,
                lag.orElse(null),
                idle ? Long.valueOf(0) : ageSeconds(),
                quarantined(count -> !count.unsent() && count.topic().equals(topic)),
                idle ? clock.instant() : tracker.lastAppliedAt(topic).orElse(null),
                lag.isPresent());
    }

    private Long ageSeconds() {
        return freshAsOf
                .map(asOf -> Math.max(Duration.between(asOf, clock.instant()).toSeconds(), 0))
                .orElse(null);
    }

    private long quarantined(Predicate<Quarantine.WaitingCount> condition) {
        return quarantined.stream()
                .filter(condition)
                .mapToLong(Quarantine.WaitingCount::records)
                .sum();
    }
}
