package dev.parlance.analysis.turn.store;

import dev.parlance.contract.event.ConversationEvent.TurnRecorded;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.jdbc.KeyLocks;
import dev.parlance.kit.jdbc.SqlArrays;
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

/// All analysed turns: writes them and finds them by id.
@ApplicationScoped
public class AnalyzedTurns {
    /// `recorded` is written again only with a later transcript: a long text stays where it is.
    private static final String UPSERT = """
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

    private static final String LANGUAGES_OF_NEWEST_TURNS = """
            with recursive known as (
                select min(tenant) as tenant from analyzed_turn
                union all
                select (select min(tenant) from analyzed_turn where tenant > known.tenant) from known
                where known.tenant is not null
            )
            select distinct cast(newest.recorded as json) ->> 'language'
            from known cross join lateral (
                select recorded from analyzed_turn where tenant = known.tenant order by created_at desc limit 100
            ) as newest
            """;

    private final Jdbi jdbi;
    private final AnalysisJson json;
    private final KeyLocks locks;

    AnalyzedTurns(Jdbi jdbi, AnalysisJson json, KeyLocks locks) {
        this.jdbi = jdbi;
        this.json = json;
        this.locks = locks;
    }

    /// Locks these learners' turns and words until the transaction ends. A consumer that lost its partition without
    /// knowing waits here, and then finds what its successor wrote.
    public void lockLearners(Collection<String> learnerKeys) {
        locks.acquire("learner", learnerKeys);
    }

    /// The transcript revision of those turns that are stored. A join, because `= any` took nine times as long.
    public Map<TurnId, Long> findTranscriptRevisions(String tenant, Collection<TurnId> turns) {
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

    public List<AnalyzedTurn> find(String tenant, Collection<TurnId> turns) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select recorded, transcript, facts, jobs, revision, created_at, completed_at
                        from unnest(:turns) as wanted (turn_id) join analyzed_turn using (turn_id)
                        where tenant = :tenant
                        """)
                .bind("tenant", tenant)
                .bind("turns", uuids(turns))
                .map((row, _) -> mapTurn(row, json))
                .list());
    }

    public Optional<AnalyzedTurn> find(String tenant, TurnId turn) {
        return find(tenant, List.of(turn)).stream().findFirst();
    }

    /// Writes turns of one tenant as they are published now, each once; the caller holds their learners' locks.
    public void upsert(String tenant, Collection<PublishedTurn> turns) {
        if (turns.isEmpty()) {
            return;
        }
        List<PublishedTurn> rows = turns.stream()
                .sorted(Comparator.comparing(turn -> turn.event().turnId().value()))
                .toList();
        jdbi.useHandle(handle -> handle.createUpdate(UPSERT)
                .bind("tenant", tenant)
                .bind("turns", SqlArrays.of(rows, row -> row.event().turnId().value(), UUID[]::new))
                .bind("learners", SqlArrays.of(rows, row -> row.event().learnerId(), String[]::new))
                .bind(
                        "conversations",
                        SqlArrays.of(rows, row -> row.event().conversationId().value(), UUID[]::new))
                .bind(
                        "occurred",
                        SqlArrays.of(rows, row -> row.event().occurredAt().toEpochMilli(), Long[]::new))
                .bind(
                        "recordedMillis",
                        SqlArrays.of(rows, row -> row.turn().turn().recordedAt().toEpochMilli(), Long[]::new))
                .bind("revisions", SqlArrays.of(rows, row -> row.event().revision(), Long[]::new))
                .bind("statuses", SqlArrays.of(rows, row -> row.event().status(), String[]::new))
                .bind("recorded", SqlArrays.of(rows, row -> row.turn().recordedJson(), String[]::new))
                .bind(
                        "facts",
                        SqlArrays.of(
                                rows,
                                row -> AnalysisJson.writeFindings(
                                        row.turn().analysis(), row.turn().turn().learnerText()),
                                String[]::new))
                .bind(
                        "jobs",
                        SqlArrays.of(
                                rows, row -> AnalysisJson.writeJobs(row.turn().analysis()), String[]::new))
                .bind("highlightIds", SqlArrays.of(rows, PublishedTurn::highlightIds, String[]::new))
                .bind("highlightTypes", SqlArrays.of(rows, PublishedTurn::highlightTypes, String[]::new))
                .bind(
                        "versions",
                        SqlArrays.of(rows, row -> row.turn().analysis().versions(), String[]::new))
                .bind(
                        "provisional",
                        SqlArrays.of(rows, row -> row.turn().analysis().provisional(), Boolean[]::new))
                .bind("transcripts", SqlArrays.of(rows, row -> row.turn().transcriptRevision(), Long[]::new))
                .bind(
                        "created",
                        SqlArrays.of(rows, row -> row.turn().createdAt().toEpochMilli(), Long[]::new))
                .bind(
                        "completed",
                        SqlArrays.of(rows, row -> row.turn().completedAt().toEpochMilli(), Long[]::new))
                .execute());
    }

    /// The languages of each tenant's hundred newest turns.
    public List<String> findLanguagesOfNewestTurns() {
        return jdbi.withHandle(handle -> handle.createQuery(LANGUAGES_OF_NEWEST_TURNS)
                .mapTo(String.class)
                .list());
    }

    /// Needs the columns `recorded`, `transcript`, `facts`, `jobs`, `revision`, `created_at` and `completed_at`.
    static AnalyzedTurn mapTurn(ResultSet row, AnalysisJson json) throws SQLException {
        String recorded = row.getString("recorded");
        TurnRecorded turn = AnalysisJson.readTurn(recorded);
        return new AnalyzedTurn(
                turn,
                recorded,
                row.getLong("transcript"),
                json.readAnalysis(row.getString("facts"), row.getString("jobs"), turn.learnerText()),
                row.getLong("revision"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("completed_at").toInstant(),
                null);
    }

    private static UUID[] uuids(Collection<TurnId> turns) {
        return turns.stream().map(TurnId::value).toArray(UUID[]::new);
    }
}
