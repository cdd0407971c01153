package dev.parlance.summary.day;

import dev.parlance.summary.Counts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/// The facts of days. What reading them costs depends on these days' turns alone.
@ApplicationScoped
public class DayFacts {
    private final Jdbi jdbi;

    DayFacts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @return the facts of those of these days that have any
    public Map<DayKey, List<DayFact>> of(List<DayKey> keys) {
        Map<DayKey, List<DayFact>> facts = HashMap.newHashMap(keys.size());
        Map<String, Counts> highlights = new HashMap<>(); // few different ones: each is read once
        jdbi.useHandle(handle -> LearnerDays.bind(handle.createQuery("""
                        select day, conversation_id, sequence, coalesce(module, 'none'), channel, time_zone,
                               occurred_at, learner_words, reply_words, sentences, duration_ms,
                               new_words, words, highlights
                        from unnest(:tenant, :learner, cast(:date as date[])) with ordinality
                            as t (tenant, learner_id, date, day)
                        join turn_fact using (tenant, learner_id, date)
                        """), keys)
                .map((row, _) -> Map.entry(keys.get(row.getInt(1) - 1), fact(row, highlights)))
                .forEach(entry -> facts.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue())));
        return facts;
    }

    private static DayFact fact(ResultSet row, Map<String, Counts> highlights) throws SQLException {
        return new DayFact(
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7).toInstant(),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11), // 0 where the client did not say
                row.getInt(12),
                Stream.of((Long[]) row.getArray(13).getArray())
                        .mapToLong(Long::longValue)
                        .toArray(),
                highlights.computeIfAbsent(Objects.requireNonNullElse(row.getString(14), "{}"), Counts::ofJson));
    }
}
