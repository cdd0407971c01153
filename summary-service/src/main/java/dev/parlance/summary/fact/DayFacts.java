package dev.parlance.summary.fact;

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
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// Reads the facts of days from `turn_fact`. The cost depends on these days' turns only.
@ApplicationScoped
public class DayFacts {
    /// The driver holds so many rows at a time beside the facts that were made of them.
    private static final int FETCH_ROWS = 2_000;

    private final Jdbi jdbi;

    DayFacts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @return the facts of those of these days that have any
    public Map<DayKey, List<DayFact>> findAll(List<DayKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<List<DayFact>> byIndex = new ArrayList<>(keys.size());
        keys.forEach(_ -> byIndex.add(new ArrayList<>()));
        Map<String, Counts> highlights = new HashMap<>(); // few distinct values: each is parsed once
        jdbi.useHandle(handle -> bind(handle.createQuery("""
                        select day, conversation_id, sequence, coalesce(module, 'none'), channel, time_zone,
                               occurred_at, learner_words, reply_words, sentences, duration_ms,
                               new_words, words, highlights
                        from unnest(:tenant, :learner, cast(:date as date[])) with ordinality
                            as t (tenant, learner_id, date, day)
                        join turn_fact using (tenant, learner_id, date)
                        """), keys)
                .setFetchSize(FETCH_ROWS)
                .scanResultSet((rows, _) -> {
                    for (ResultSet row = rows.get(); row.next(); ) {
                        byIndex.get(row.getInt(1) - 1).add(fact(row, highlights));
                    }
                    return null;
                }));
        Map<DayKey, List<DayFact>> facts = HashMap.newHashMap(keys.size());
        for (int index = 0; index < keys.size(); index++) {
            if (!byIndex.get(index).isEmpty()) {
                facts.put(keys.get(index), byIndex.get(index));
            }
        }
        return facts;
    }

    /// Binds the arrays `:tenant`, `:learner` and `:date` of a statement that reads or writes days.
    public static <S extends SqlStatement<S>> S bind(S statement, List<DayKey> keys) {
        return statement
                .bind("tenant", keys.stream().map(DayKey::tenant).toArray(String[]::new))
                .bind("learner", keys.stream().map(DayKey::learnerId).toArray(String[]::new))
                .bind("date", keys.stream().map(key -> key.date().toString()).toArray(String[]::new));
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
                words((Long[]) row.getArray(13).getArray()),
                highlights.computeIfAbsent(Objects.requireNonNullElse(row.getString(14), "{}"), Counts::fromJson));
    }

    private static long[] words(Long[] boxed) {
        long[] words = new long[boxed.length];
        for (int at = 0; at < words.length; at++) {
            words[at] = boxed[at];
        }
        return words;
    }
}
