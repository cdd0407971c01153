package dev.parlance.analysis.turn.store;

import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/// The events of all stored turns, as they stand now, in the order in which the turns were first analysed.
@ApplicationScoped
public class AnalysisHistory {
    private static final Duration TIMESTAMP_RESOLUTION = Duration.ofMillis(1);
    private static final int COUNT_TIMEOUT_SECONDS = 20;
    private static final int MAX_PAGE_BYTES = 4 << 20;
    private static final String IS_SELECTED = """
             (cast(:learner as text) is null or learner_id = :learner)
             and (cast(:from as timestamptz) is null
                  or cast(cast(recorded as json) ->> 'recordedAt' as timestamptz) >= :from)
             and (cast(:to as timestamptz) is null
                  or cast(cast(recorded as json) ->> 'recordedAt' as timestamptz) < :to)
            """;

    private final Jdbi jdbi;
    private final AnalysisJson json;

    public AnalysisHistory(Jdbi jdbi, AnalysisJson json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /// Which analyses to read; null: any.
    ///
    /// @param tenant   of the learner
    /// @param from     of the turn's `recordedAt`, inclusive
    /// @param to       exclusive
    public record AnalysisFilter(String tenant, String learnerId, Instant from, Instant to) {}

    /// How far a tenant's analyses have been read.
    ///
    /// @param until turns that were first analysed before it are read: later ones are published as they come
    public record AnalysisCursor(String tenant, Instant until, Instant analyzedAt, UUID turnId) {}

    /// @param last the position of the last turn that was read; empty if the tenant has none after the given one
    public record AnalysisPage(List<TurnAnalyzed> events, Optional<AnalysisCursor> last) {}

    /// The start of the next tenant; empty after the last.
    ///
    /// @param tenant empty: the next is the first
    public Optional<AnalysisCursor> findNextTenant(String tenant) {
        return jdbi.withHandle(
                        handle -> handle.createQuery("select min(tenant) from analyzed_turn where tenant > :tenant")
                                .bind("tenant", tenant)
                                .mapTo(String.class)
                                .findOne())
                .map(this::startOf);
    }

    /// The start of a tenant's analyses.
    public AnalysisCursor startOf(String tenant) {
        Instant until = jdbi.withHandle(
                        handle -> handle.createQuery("select max(created_at) from analyzed_turn where tenant = :tenant")
                                .bind("tenant", tenant)
                                .mapTo(Instant.class)
                                .findOne())
                .map(last -> last.plus(TIMESTAMP_RESOLUTION))
                .orElse(Instant.EPOCH);
        return new AnalysisCursor(tenant, until, Instant.EPOCH, new UUID(0, 0));
    }

    public long count(AnalysisFilter filter) {
        return jdbi.withHandle(handle -> bindFilter(
                        handle.createQuery("select count(*) from analyzed_turn where "
                                + "(cast(:tenant as text) is null or tenant = :tenant) and" + IS_SELECTED),
                        filter)
                .bind("tenant", filter.tenant())
                .setQueryTimeout(COUNT_TIMEOUT_SECONDS)
                .mapTo(Long.class)
                .one());
    }

    /// The selected ones among the next analyses. It reads a bounded number of rows and bytes, so that it neither
    /// takes long nor fills the heap.
    ///
    /// @param scanRows how many analyses to read at most
    public AnalysisPage findAfter(AnalysisFilter filter, AnalysisCursor after, int scanRows) {
        List<ScannedTurn> scanned = jdbi.withHandle(
                handle -> bindFilter(handle.createQuery("""
                                select created_at, turn_id, chosen, transcript, revision, completed_at,
                                       case when chosen then recorded end as recorded,
                                       case when chosen then facts end as facts, case when chosen then jobs end as jobs
                                from (select *, %s as chosen,
                                             sum(octet_length(facts) + octet_length(recorded))
                                                 over (order by created_at, turn_id desc) as bytes,
                                             row_number() over (order by created_at, turn_id desc) as number
                                      from (select * from analyzed_turn
                                            where tenant = :tenant and created_at >= :at and created_at < :until
                                              and (created_at > :at or turn_id < :turn)
                                            order by created_at, turn_id desc limit %d) as looked_at) as next
                                where bytes < %d or number = 1
                                order by created_at, turn_id desc
                                """.formatted(IS_SELECTED, scanRows, MAX_PAGE_BYTES)), filter)
                        .bind("tenant", after.tenant())
                        .bind("at", after.analyzedAt())
                        .bind("until", after.until())
                        .bind("turn", after.turnId())
                        .map((row, _) -> new ScannedTurn(
                                new AnalysisCursor(
                                        after.tenant(),
                                        after.until(),
                                        row.getTimestamp("created_at").toInstant(),
                                        row.getObject("turn_id", UUID.class)),
                                row.getBoolean("chosen") ? AnalyzedTurns.mapTurn(row, json) : null))
                        .list());
        return new AnalysisPage(
                events(scanned), scanned.stream().reduce((_, later) -> later).map(ScannedTurn::cursor));
    }

    /// @param analyzed null where it was not selected
    private record ScannedTurn(AnalysisCursor cursor, AnalyzedTurn analyzed) {}

    /// By time of the first analysis; turns that were first analysed at one instant by sequence.
    private static List<TurnAnalyzed> events(List<ScannedTurn> scanned) {
        List<AnalyzedTurn> selected = new ArrayList<>();
        for (ScannedTurn one : scanned) {
            if (one.analyzed() != null) {
                selected.add(one.analyzed());
            }
        }
        selected.sort(Comparator.comparing(AnalyzedTurn::createdAt)
                .thenComparing(analyzed -> analyzed.turn().sequence()));
        return selected.stream().map(AnalyzedTurn::toEvent).toList();
    }

    private static Query bindFilter(Query query, AnalysisFilter filter) {
        return query.bind("learner", filter.learnerId())
                .bind("from", filter.from())
                .bind("to", filter.to());
    }
}
