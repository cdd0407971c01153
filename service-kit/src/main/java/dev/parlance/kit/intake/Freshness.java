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
    /// Of a partition that has not been seen caught up with. It is written like every other instant, so that nobody
    /// takes the others' for that of all.
    static final Instant NEVER = Instant.EPOCH;

    private static final Duration KEPT = Duration.ofMillis(200);

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile Answer last = new Answer(Instant.EPOCH, Optional.empty());

    private record Answer(Instant at, Optional<Instant> asOf) {}

    Freshness(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// Empty until every partition has been measured and caught up with once.
    public Optional<Instant> asOf() {
        Instant now = clock.instant();
        Answer answer = last;
        if (answer.at().plus(KEPT).isBefore(now)) {
            answer = new Answer(
                    now, jdbi.withHandle(handle -> handle.createQuery("select min(as_of) from intake_progress")
                            .mapTo(Instant.class)
                            .findOne()
                            .filter(NEVER::isBefore)));
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
                    set as_of = excluded.as_of
                    where intake_progress.as_of < excluded.as_of
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
