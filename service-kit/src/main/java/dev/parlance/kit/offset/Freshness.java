package dev.parlance.kit.offset;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;

/// The instant up to which the events that this service reads have been applied: the earliest of all partitions.
@ApplicationScoped
public class Freshness {
    /// Of a partition that was never fully applied. Stored like every other instant, so that the earliest of all
    /// partitions is unknown, too.
    static final Instant NEVER = Instant.EPOCH;

    private static final Duration CACHE_DURATION = Duration.ofMillis(200);

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile CachedFreshness cached = new CachedFreshness(Instant.EPOCH, Optional.empty());

    private record CachedFreshness(Instant at, Optional<Instant> asOf) {}

    Freshness(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// Empty until every partition has been measured and fully applied once.
    public Optional<Instant> asOf() {
        Instant now = clock.instant();
        CachedFreshness result = cached;
        if (result.at().plus(CACHE_DURATION).isBefore(now)) {
            result = new CachedFreshness(
                    now, jdbi.withHandle(handle -> handle.createQuery("select min(as_of) from intake_progress")
                            .mapTo(Instant.class)
                            .findOne()
                            .filter(NEVER::isBefore)));
            cached = result;
        }
        return result.asOf();
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
