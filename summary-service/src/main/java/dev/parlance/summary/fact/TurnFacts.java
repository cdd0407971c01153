package dev.parlance.summary.fact;

import dev.parlance.kit.jdbc.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// All facts, one for each turn (table `turn_fact`). The highest revision of a turn counts, in whatever order they
/// arrive.
@ApplicationScoped
public class TurnFacts {
    private static final String SELECT_PREVIOUS_LEARNERS = """
            select tenant || '/' || fact.learner_id
            from unnest(:tenant, :turn, :learner) as b (tenant, turn_id, learner_id)
            join turn_fact as fact using (tenant, turn_id)
            where fact.learner_id <> b.learner_id
            """;

    private static final String UPSERT = """
            insert into turn_fact as fact (
                tenant, turn_id, learner_id, date, conversation_id, sequence, revision, module,
                channel, time_zone, occurred_at, learner_words, reply_words, sentences,
                duration_ms, new_words, words, highlights, created_at)
            select tenant, turn_id, learner_id, date, conversation_id, sequence, revision, module,
                channel, time_zone, to_timestamp(cast(occurred_millis as float8) / 1000), learner_words, reply_words,
                sentences, duration_ms, new_words, cast(words as bigint[]), cast(highlights as jsonb),
                clock_timestamp()
            from unnest(
                :tenant, :turn, :learner, cast(:date as date[]), :conversation, :sequence, :revision, :module,
                :channel, :timeZone, :occurredMillis, :learnerWords, :replyWords, :sentences,
                :durationMs, :newWords, :words, :highlights)
            as b (tenant, turn_id, learner_id, date, conversation_id, sequence, revision, module,
                  channel, time_zone, occurred_millis, learner_words, reply_words, sentences,
                  duration_ms, new_words, words, highlights)
            on conflict (tenant, turn_id) do update set
                learner_id = excluded.learner_id, date = excluded.date,
                conversation_id = excluded.conversation_id, sequence = excluded.sequence,
                revision = excluded.revision, module = excluded.module, channel = excluded.channel,
                time_zone = excluded.time_zone, occurred_at = excluded.occurred_at,
                learner_words = excluded.learner_words, reply_words = excluded.reply_words,
                sentences = excluded.sentences, duration_ms = excluded.duration_ms,
                new_words = excluded.new_words, words = excluded.words, highlights = excluded.highlights
            where fact.revision < excluded.revision
            returning new.tenant, new.turn_id, new.learner_id, new.date, coalesce(new.module, 'none'),
                      old.learner_id, old.date, coalesce(old.module, 'none')
            """;

    private final Jdbi jdbi;

    TurnFacts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The keys of all learners whose days these facts may change: the facts' learners, and the learners that the
    /// turns counted for before.
    public Set<String> affectedLearnerKeys(List<TurnFact> facts) {
        Set<String> learners = new HashSet<>();
        facts.forEach(fact -> learners.add(fact.learnerKey()));
        learners.addAll(jdbi.withHandle(handle -> handle.createQuery(SELECT_PREVIOUS_LEARNERS)
                .bind("tenant", SqlArrays.of(facts, TurnFact::tenant, String[]::new))
                .bind("turn", SqlArrays.of(facts, TurnFact::turnId, UUID[]::new))
                .bind("learner", SqlArrays.of(facts, TurnFact::learnerId, String[]::new))
                .mapTo(String.class)
                .list()));
        return learners;
    }

    /// Stores the facts that have a higher revision than the stored fact of their turn.
    ///
    /// @param facts each turn once, ordered by its key
    public UpsertResult upsert(List<TurnFact> facts) {
        return new UpsertResult(jdbi.withHandle(handle -> handle.createQuery(UPSERT)
                .bind("tenant", SqlArrays.of(facts, TurnFact::tenant, String[]::new))
                .bind("turn", SqlArrays.of(facts, TurnFact::turnId, UUID[]::new))
                .bind("learner", SqlArrays.of(facts, TurnFact::learnerId, String[]::new))
                .bind("date", SqlArrays.of(facts, fact -> fact.date().toString(), String[]::new))
                .bind("conversation", SqlArrays.of(facts, TurnFact::conversationId, UUID[]::new))
                .bind("sequence", SqlArrays.of(facts, TurnFact::sequence, Integer[]::new))
                .bind("revision", SqlArrays.of(facts, TurnFact::revision, Long[]::new))
                .bind("module", SqlArrays.of(facts, TurnFact::module, String[]::new))
                .bind("channel", SqlArrays.of(facts, TurnFact::channel, String[]::new))
                .bind("timeZone", SqlArrays.of(facts, TurnFact::timeZone, String[]::new))
                .bind(
                        "occurredMillis",
                        SqlArrays.of(facts, fact -> fact.occurredAt().toEpochMilli(), Long[]::new))
                .bind("learnerWords", SqlArrays.of(facts, TurnFact::learnerWords, Integer[]::new))
                .bind("replyWords", SqlArrays.of(facts, TurnFact::replyWords, Integer[]::new))
                .bind("sentences", SqlArrays.of(facts, TurnFact::sentences, Integer[]::new))
                .bind("durationMs", SqlArrays.of(facts, TurnFact::durationMs, Integer[]::new))
                .bind("newWords", SqlArrays.of(facts, TurnFact::newWords, Integer[]::new))
                .bind("words", SqlArrays.of(facts, TurnFacts::words, String[]::new))
                .bind("highlights", SqlArrays.of(facts, TurnFacts::highlights, String[]::new))
                .map((row, _) -> upsertedFact(row))
                .list()));
    }

    private static UpsertedFact upsertedFact(ResultSet row) throws SQLException {
        String tenant = row.getString(1);
        return new UpsertedFact(
                new TurnKey(tenant, row.getObject(2, UUID.class)),
                slot(tenant, row, 3),
                row.getString(6) == null ? null : slot(tenant, row, 6));
    }

    private static DaySlot slot(String tenant, ResultSet row, int from) throws SQLException {
        return new DaySlot(
                new DayKey(tenant, row.getString(from), row.getObject(from + 1, LocalDate.class)),
                row.getString(from + 2));
    }

    /// The next learners who have facts on this date, in the database's order of their ids.
    ///
    /// @param after only ids greater than this
    public List<String> findLearnersOn(String tenant, LocalDate date, String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct learner_id from turn_fact
                        where tenant = :tenant and date = :date and learner_id > :after
                        order by learner_id limit :limit
                        """)
                .bind("tenant", tenant)
                .bind("date", date)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    Optional<CountedTurn> findCounted(String tenant, UUID turn) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select learner_id, date, revision, created_at from turn_fact
                        where tenant = :tenant and turn_id = :turn
                        """)
                .bind("tenant", tenant)
                .bind("turn", turn)
                .map((row, _) -> new CountedTurn(
                        turn,
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getLong(3),
                        Optional.ofNullable(row.getTimestamp(4))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .findOne());
    }

    private static String words(TurnFact fact) {
        String list = Arrays.toString(fact.words());
        return "{" + list.substring(1, list.length() - 1) + "}";
    }

    private static String highlights(TurnFact fact) {
        return fact.highlights().isEmpty() ? null : fact.highlights().toJson();
    }
}
