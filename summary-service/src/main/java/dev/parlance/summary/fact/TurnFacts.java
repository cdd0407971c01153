package dev.parlance.summary.fact;

import dev.parlance.kit.outbox.Column;
import dev.parlance.summary.day.DayKey;
import dev.parlance.summary.day.Place;
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

/// All facts, one for each turn. The highest revision of a turn counts, whatever order they arrived in.
@ApplicationScoped
class TurnFacts {
    private static final String ELSEWHERE = """
            select tenant || '/' || fact.learner_id
            from unnest(:tenant, :turn, :learner) as b (tenant, turn_id, learner_id)
            join turn_fact as fact using (tenant, turn_id)
            where fact.learner_id <> b.learner_id
            """;

    private static final String PUT = """
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

    /// The keys of all learners whose days these facts may change: their own, and those that had the turns before.
    Set<String> learners(List<TurnFact> facts) {
        Set<String> learners = new HashSet<>();
        facts.forEach(fact -> learners.add(fact.learner()));
        learners.addAll(jdbi.withHandle(handle -> handle.createQuery(ELSEWHERE)
                .bind("tenant", Column.of(facts, TurnFact::tenant, String[]::new))
                .bind("turn", Column.of(facts, TurnFact::turnId, UUID[]::new))
                .bind("learner", Column.of(facts, TurnFact::learnerId, String[]::new))
                .mapTo(String.class)
                .list()));
        return learners;
    }

    /// Stores facts that are newer than what is known of their turns.
    ///
    /// @param facts each turn once, ordered by its key
    Stored put(List<TurnFact> facts) {
        return new Stored(jdbi.withHandle(handle -> handle.createQuery(PUT)
                .bind("tenant", Column.of(facts, TurnFact::tenant, String[]::new))
                .bind("turn", Column.of(facts, TurnFact::turnId, UUID[]::new))
                .bind("learner", Column.of(facts, TurnFact::learnerId, String[]::new))
                .bind("date", Column.of(facts, fact -> fact.date().toString(), String[]::new))
                .bind("conversation", Column.of(facts, TurnFact::conversationId, UUID[]::new))
                .bind("sequence", Column.of(facts, TurnFact::sequence, Integer[]::new))
                .bind("revision", Column.of(facts, TurnFact::revision, Long[]::new))
                .bind("module", Column.of(facts, TurnFact::module, String[]::new))
                .bind("channel", Column.of(facts, TurnFact::channel, String[]::new))
                .bind("timeZone", Column.of(facts, TurnFact::timeZone, String[]::new))
                .bind(
                        "occurredMillis",
                        Column.of(facts, fact -> fact.occurredAt().toEpochMilli(), Long[]::new))
                .bind("learnerWords", Column.of(facts, TurnFact::learnerWords, Integer[]::new))
                .bind("replyWords", Column.of(facts, TurnFact::replyWords, Integer[]::new))
                .bind("sentences", Column.of(facts, TurnFact::sentences, Integer[]::new))
                .bind("durationMs", Column.of(facts, TurnFact::durationMs, Integer[]::new))
                .bind("newWords", Column.of(facts, TurnFact::newWords, Integer[]::new))
                .bind("words", Column.of(facts, TurnFacts::words, String[]::new))
                .bind("highlights", Column.of(facts, TurnFacts::highlights, String[]::new))
                .map((row, _) -> stored(row))
                .list()));
    }

    private static StoredFact stored(ResultSet row) throws SQLException {
        String tenant = row.getString(1);
        return new StoredFact(
                tenant,
                row.getObject(2, UUID.class),
                place(tenant, row, 3),
                row.getString(6) == null ? null : place(tenant, row, 6));
    }

    private static Place place(String tenant, ResultSet row, int from) throws SQLException {
        return new Place(
                new DayKey(tenant, row.getString(from), row.getObject(from + 1, LocalDate.class)),
                row.getString(from + 2));
    }

    /// The next learners who have facts or a day on this date, in order of their ids.
    List<String> learnersOn(String tenant, LocalDate date, String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        (select distinct learner_id from turn_fact
                         where tenant = :tenant and date = :date and learner_id > :after
                         order by learner_id limit :limit)
                        union
                        (select learner_id from learner_day
                         where tenant = :tenant and date = :date and learner_id > :after
                         order by learner_id limit :limit)
                        order by learner_id limit :limit
                        """)
                .bind("tenant", tenant)
                .bind("date", date)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    Optional<CountedTurn> counted(String tenant, UUID turn) {
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
        return fact.highlights().isEmpty() ? null : fact.highlights().json();
    }
}
