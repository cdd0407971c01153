package dev.parlance.kit.pipeline;

import dev.parlance.kit.intake.Freshness;
import dev.parlance.kit.intake.Progress;
import dev.parlance.kit.intake.RecordReader;
import dev.parlance.kit.problem.TransientFailure;
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

/// The places that every service has: its outbox, and the topics that it reads.
@ApplicationScoped
public class OwnStages implements PipelinePart {
    private static final Logger LOG = Logger.getLogger(OwnStages.class);

    private final Backlog backlog;
    private final IntakeLags lags;
    private final Progress progress;
    private final Freshness freshness;
    private final Quarantine quarantine;
    private final Instance<RecordReader> readers;
    private final Clock clock;
    private volatile List<Quarantine.Waiting> setAside = List.of();
    private volatile Optional<Instant> freshAsOf = Optional.empty();

    OwnStages(
            Backlog backlog,
            IntakeLags lags,
            Progress progress,
            Freshness freshness,
            Quarantine quarantine,
            @Any Instance<RecordReader> readers,
            Clock clock) {
        this.backlog = backlog;
        this.lags = lags;
        this.progress = progress;
        this.freshness = freshness;
        this.quarantine = quarantine;
        this.readers = readers;
        this.clock = clock;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            setAside = quarantine.waiting();
            freshAsOf = freshness.asOf();
        } catch (RuntimeException e) {
            LOG.debugf("event=stages-unknown cause=%s", TransientFailure.brief(e));
        }
    }

    @Override
    public List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        stages.add(outbox());
        topics().forEach(topic -> stages.add(intake(topic)));
        return stages;
    }

    List<String> topics() {
        return readers.stream().map(RecordReader::topic).toList();
    }

    long setAside() {
        return setAside(_ -> true);
    }

    private Stage outbox() {
        Backlog.Waiting waiting = backlog.latest();
        return new Stage(
                "outbox",
                waiting.rows(),
                null,
                waiting.oldest().toSeconds(),
                setAside(Quarantine.Waiting::unsent),
                backlog.lastProgressAt().orElse(null),
                backlog.isCurrent() && lags.latest().isPresent());
    }

    private Stage intake(String topic) {
        Optional<Long> lag = lags.latest().map(standing -> standing.lag(topic));
        boolean idle = lag.isPresent() && lag.get() == 0;
        return new Stage(
                topic,
                null,
                lag.orElse(null),
                idle ? Long.valueOf(0) : age(),
                setAside(waiting -> !waiting.unsent() && waiting.topic().equals(topic)),
                idle ? clock.instant() : progress.lastAppliedAt(topic).orElse(null),
                lag.isPresent());
    }

    private Long age() {
        return freshAsOf
                .map(asOf -> Math.max(Duration.between(asOf, clock.instant()).toSeconds(), 0))
                .orElse(null);
    }

    private long setAside(Predicate<Quarantine.Waiting> which) {
        return setAside.stream()
                .filter(which)
                .mapToLong(Quarantine.Waiting::records)
                .sum();
    }
}
