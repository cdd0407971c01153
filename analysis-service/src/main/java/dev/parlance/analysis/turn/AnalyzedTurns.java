package dev.parlance.analysis.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.analysis.highlight.Moment;
import dev.parlance.analysis.language.Sentence;
import dev.parlance.analysis.language.Token;
import dev.parlance.analysis.vocabulary.UsedWord;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.TurnId;
import dev.parlance.contract.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// All analysed turns. Queries are written here and nowhere else.
@ApplicationScoped
class AnalyzedTurns {
    private static final JsonMapper JSON = WireJson.mapper();
    private static final TypeReference<List<Job>> JOBS = new TypeReference<>() {};

    private final Jdbi jdbi;

    AnalyzedTurns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What is stored of the facts.
    private record Stored(
            List<UsedWord> words,
            int replyWords,
            int sentences,
            List<Moment> moments,
            Map<String, Integer> analyzers) {}

    /// Lets nobody else change what these learners' turns mean until the transaction ends. A consumer that lost its
    /// partition without knowing waits here, and then finds what its successor did.
    void lockLearners(Collection<String> learnerKeys) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        select count(pg_advisory_xact_lock(hashtextextended(learner, 1)))
                        from (select unnest(:learners) as learner order by 1) as sorted
                        """)
                .bind("learners", learnerKeys.stream().distinct().toArray(String[]::new))
                .mapTo(Long.class)
                .one());
    }

    /// Which of these turns have been analysed.
    Set<TurnId> known(String tenant, Collection<TurnId> turns) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery(
                        "select turn_id from analyzed_turn where tenant = :tenant and turn_id = any(:turns)")
                .bind("tenant", tenant)
                .bind("turns", uuids(turns))
                .map((row, _) -> new TurnId(row.getObject(1, UUID.class)))
                .list()));
    }

    List<AnalyzedTurn> find(String tenant, Collection<TurnId> turns) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select recorded, facts, jobs, revision, created_at, completed_at from analyzed_turn
                        where tenant = :tenant and turn_id = any(:turns)
                        """)
                .bind("tenant", tenant)
                .bind("turns", uuids(turns))
                .map((row, _) -> turn(row))
                .list());
    }

    Optional<AnalyzedTurn> find(String tenant, TurnId turn) {
        return find(tenant, List.of(turn)).stream().findFirst();
    }

    /// Writes turns as they are now; the caller holds their learners' locks.
    void put(Collection<AnalyzedTurn> turns) {
        if (turns.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("""
                    insert into analyzed_turn (tenant, turn_id, learner_id, conversation_id, revision, status, recorded, facts,
                                               jobs, created_at, completed_at)
                    values (:tenant, :turn, :learner, :conversation, :revision, :status, :recorded, :facts,
                            cast(:jobs as jsonb), :createdAt, :completedAt)
                    on conflict (tenant, turn_id) do update
                    set revision = excluded.revision, status = excluded.status, facts = excluded.facts,
                        jobs = excluded.jobs, completed_at = excluded.completed_at
                    where analyzed_turn.revision < excluded.revision
                    """);
            turns.stream()
                    .sorted(Comparator.comparing(
                            analyzed -> analyzed.turn().turnId().toString()))
                    .forEach(analyzed -> rows.bind("tenant", analyzed.turn().tenant())
                            .bind("turn", analyzed.turn().turnId().value())
                            .bind("learner", analyzed.turn().learnerId())
                            .bind(
                                    "conversation",
                                    analyzed.turn().conversationId().value())
                            .bind("revision", analyzed.revision())
                            .bind("status", analyzed.analysis().status())
                            .bind("recorded", write(analyzed.turn()))
                            .bind("facts", write(stored(analyzed.analysis())))
                            .bind("jobs", write(analyzed.analysis().jobs()))
                            .bind("createdAt", analyzed.createdAt())
                            .bind("completedAt", analyzed.completedAt())
                            .add());
            rows.execute();
        });
    }

    private static Stored stored(Analysis analysis) {
        Facts facts = analysis.facts();
        return new Stored(facts.words(), facts.replyWords(), facts.sentences(), facts.moments(), analysis.analyzers());
    }

    /// Of `recorded`, `facts`, `jobs`, `revision`, `created_at` and `completed_at`.
    static AnalyzedTurn turn(ResultSet row) throws SQLException {
        try {
            Stored stored = JSON.readValue(row.getString("facts"), Stored.class);
            var facts = new Facts(
                    stored.words(),
                    stored.replyWords(),
                    stored.sentences(),
                    stored.moments(),
                    List.<Token>of(),
                    List.<Sentence>of());
            return new AnalyzedTurn(
                    JSON.readValue(row.getString("recorded"), TurnRecorded.class),
                    new Analysis(facts, JSON.readValue(row.getString("jobs"), JOBS), stored.analyzers()),
                    row.getLong("revision"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("completed_at").toInstant());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written can be read", impossible);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("facts are always writable", impossible);
        }
    }

    private static UUID[] uuids(Collection<TurnId> turns) {
        return turns.stream().map(TurnId::value).toArray(UUID[]::new);
    }
}
