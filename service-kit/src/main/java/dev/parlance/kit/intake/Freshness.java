package dev.parlance.kit.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;

/// The instant up to which the events that this service reads have been applied: that of the partition furthest
/// behind.
@ApplicationScoped
public class Freshness {
    private static final Duration KEPT = Duration.ofMillis(200);

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile Answer last = new Answer(Instant.EPOCH, Optional.empty());

    private record Answer(Instant at, Optional<Instant> asOf) {}

    Freshness(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// Empty until a first measurement.
    public Optional<Instant> asOf() {
        Instant now = clock.instant();
        Answer answer = last;
        if (answer.at().plus(KEPT).isBefore(now)) {
            answer = new Answer(
                    now, jdbi.withHandle(handle -> handle.createQuery("select min(as_of) from intake_progress")
                            .mapTo(Instant.class)
                            .findOne()));
            last = answer;
        }
        return answer.asOf();
    }

    void write(Map<TopicPartition, Instant> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("""
                    insert into intake_progress (topic, partition, as_of) values (:topic, :partition, :asOf)
                    on conflict (topic, partition) do update
                    set as_of = greatest(intake_progress.as_of, excluded.as_of)
                    """);
            fresh.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                    .forEach(entry -> rows.bind("topic", entry.getKey().topic())
                            .bind("partition", entry.getKey().partition())
                            .bind("asOf", entry.getValue())
                            .add());
            rows.execute();
        });
    }
}
