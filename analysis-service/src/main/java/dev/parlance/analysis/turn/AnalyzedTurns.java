package dev.parlance.analysis.turn;

import dev.parlance.contract.TurnId;
import dev.parlance.kit.outbox.Column;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// All analysed turns. Queries are written here and nowhere else.
@ApplicationScoped
class AnalyzedTurns {
    /// `recorded` is written anew only where it is new: a long text stays where it is.
    private static final String PUT = """
            insert into analyzed_turn (tenant, turn_id, learner_id, conversation_id, occurred_at, recorded_at, revision, status, recorded,
                                       facts, jobs, highlight_ids, highlight_types, created_at, completed_at, versions, provisional, transcript)
            select :tenant, id, learner, conversation, to_timestamp(cast(occurred as float8) / 1000),
                   to_timestamp(cast(recorded_millis as float8) / 1000), revision, status,
                   recorded, facts, cast(jobs as jsonb), cast(highlight_ids as uuid[]), cast(highlight_types as text[]),
                   to_timestamp(cast(created as float8) / 1000), to_timestamp(cast(completed as float8) / 1000),
                   versions, provisional, transcript
            from unnest(:turns, :learners, :conversations, :occurred, :recordedMillis, :revisions, :statuses, :recorded, :facts, :jobs,
                        :highlightIds, :highlightTypes, :created, :completed, :versions, :provisional, :transcripts)
                as turn (id, learner, conversation, occurred, recorded_millis, revision, status, recorded, facts, jobs,
                         highlight_ids, highlight_types, created, completed, versions, provisional, transcript)
            on conflict (tenant, turn_id) do update
            set occurred_at = excluded.occurred_at, revision = excluded.revision, status = excluded.status,
                facts = excluded.facts, jobs = excluded.jobs, highlight_ids = excluded.highlight_ids,
                highlight_types = excluded.highlight_types, completed_at = excluded.completed_at,
                versions = excluded.versions, provisional = excluded.provisional,
                recorded = case when analyzed_turn.transcript < excluded.transcript then excluded.recorded
                           else analyzed_turn.recorded end,
                transcript = greatest(analyzed_turn.transcript, excluded.transcript)
            where analyzed_turn.revision < excluded.revision
            """;

    private final Jdbi jdbi;

    AnalyzedTurns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Lets nobody else change what these learners' turns mean until the transaction ends. A consumer that lost its
    /// partition without knowing waits here, and then finds what its successor did.
    ///
    /// The statements that follow are planned once and for all: their arrays differ, the way to the rows does not.
    /// Planned anew for an array of thousands, they might read a whole table.
    void lockLearners(Collection<String> learnerKeys) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        select set_config('plan_cache_mode', 'force_generic_plan', true),
                               count(pg_advisory_xact_lock(hashtextextended(learner, 1)))
                        from (select unnest(:learners) as learner order by 1) as sorted
                        """)
                .bind("learners", learnerKeys.stream().distinct().toArray(String[]::new))
                .mapToMap()
                .one());
    }

    /// Which of these turns have been analysed, each with the revision of its transcript. Joined: `= any` took nine
    /// times as long.
    Map<TurnId, Long> known(String tenant, Collection<TurnId> turns) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select turn_id, transcript
                        from unnest(:turns) as wanted (turn_id) join analyzed_turn using (turn_id)
                        where tenant = :tenant
                        """)
                .bind("tenant", tenant)
                .bind("turns", uuids(turns))
                .map((row, _) -> Map.entry(new TurnId(row.getObject(1, UUID.class)), row.getLong(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, HashMap::new)));
    }

    List<AnalyzedTurn> find(String tenant, Collection<TurnId> turns) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select recorded, transcript, facts, jobs, revision, created_at, completed_at
                        from unnest(:turns) as wanted (turn_id) join analyzed_turn using (turn_id)
                        where tenant = :tenant
                        """)
                .bind("tenant", tenant)
                .bind("turns", uuids(turns))
                .map((row, _) -> turn(row))
                .list());
    }

    Optional<AnalyzedTurn> find(String tenant, TurnId turn) {
        return find(tenant, List.of(turn)).stream().findFirst();
    }

    /// Writes turns of one tenant as they are told now, each once; the caller holds their learners' locks.
    void put(String tenant, Collection<ToldTurn> turns) {
        if (turns.isEmpty()) {
            return;
        }
        List<ToldTurn> rows = turns.stream()
                .sorted(Comparator.comparing(turn -> turn.event().turnId().value()))
                .toList();
        jdbi.useHandle(handle -> handle.createUpdate(PUT)
                .bind("tenant", tenant)
                .bind("turns", Column.of(rows, row -> row.event().turnId().value(), UUID[]::new))
                .bind("learners", Column.of(rows, row -> row.event().learnerId(), String[]::new))
                .bind(
                        "conversations",
                        Column.of(rows, row -> row.event().conversationId().value(), UUID[]::new))
                .bind(
                        "occurred",
                        Column.of(rows, row -> row.event().occurredAt().toEpochMilli(), Long[]::new))
                .bind(
                        "recordedMillis",
                        Column.of(rows, row -> row.turn().turn().recordedAt().toEpochMilli(), Long[]::new))
                .bind("revisions", Column.of(rows, row -> row.event().revision(), Long[]::new))
                .bind("statuses", Column.of(rows, row -> row.event().status(), String[]::new))
                .bind("recorded", Column.of(rows, row -> row.turn().recorded(), String[]::new))
                .bind(
                        "facts",
                        Column.of(rows, row -> StoredFacts.facts(row.turn().analysis()), String[]::new))
                .bind("jobs", Column.of(rows, row -> StoredFacts.jobs(row.turn().analysis()), String[]::new))
                .bind("highlightIds", Column.of(rows, ToldTurn::highlightIds, String[]::new))
                .bind("highlightTypes", Column.of(rows, ToldTurn::highlightTypes, String[]::new))
                .bind("versions", Column.of(rows, row -> row.turn().analysis().versions(), String[]::new))
                .bind(
                        "provisional",
                        Column.of(rows, row -> row.turn().analysis().provisional(), Boolean[]::new))
                .bind("transcripts", Column.of(rows, row -> row.turn().transcript(), Long[]::new))
                .bind("created", Column.of(rows, row -> row.turn().createdAt().toEpochMilli(), Long[]::new))
                .bind(
                        "completed",
                        Column.of(rows, row -> row.turn().completedAt().toEpochMilli(), Long[]::new))
                .execute());
    }

    /// Of `recorded`, `transcript`, `facts`, `jobs`, `revision`, `created_at` and `completed_at`.
    static AnalyzedTurn turn(ResultSet row) throws SQLException {
        String recorded = row.getString("recorded");
        return new AnalyzedTurn(
                StoredFacts.turn(recorded),
                recorded,
                row.getLong("transcript"),
                StoredFacts.analysis(row.getString("facts"), row.getString("jobs")),
                row.getLong("revision"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("completed_at").toInstant(),
                null);
    }

    private static UUID[] uuids(Collection<TurnId> turns) {
        return turns.stream().map(TurnId::value).toArray(UUID[]::new);
    }
}
