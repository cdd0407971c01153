package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.jdbc.SqlArrays;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/// The words that learners have used: the table `vocabulary`.
@ApplicationScoped
public class KnownWords {
    private static final Comparator<KnownWord> KEY_ORDER = Comparator.comparing(
                    (KnownWord word) -> word.key().learner().id())
            .thenComparing(word -> word.key().language())
            .thenComparing(word -> word.key().lemma());

    /// An earlier use becomes the first use, in the order of [Use].
    private static final String IS_EARLIER = """
            (excluded.first_seen_at, excluded.first_conversation_id, excluded.first_turn_id)
                < (known.first_seen_at, known.first_conversation_id, known.first_turn_id)""";

    /// Visits each word once: the statement itself returns the first use as it was and as it is now.
    private static final String UPSERT = """
            with put as (
                insert into vocabulary as known (tenant, learner_id, language, lemma, display, surface, level, count,
                    first_seen_at, first_conversation_id, first_sequence, first_turn_id, last_seen_at, band)
                select :tenant, learner, language, lemma, display, surface, level, count,
                    to_timestamp(cast(first_millis as float8) / 1000), conversation, sequence, turn,
                    to_timestamp(cast(last_millis as float8) / 1000), band
                from unnest(:learners, :languages, :lemmas, :displays, :surfaces, :levels, :counts, :firstMillis,
                            :conversations, :sequences, :turns, :lastMillis, :bands)
                    as word (learner, language, lemma, display, surface, level, count, first_millis,
                             conversation, sequence, turn, last_millis, band)
                on conflict (tenant, learner_id, language, lemma) do update
                set count = least(cast(known.count as bigint) + excluded.count, 2147483647),
                    last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at),
                    %s
                returning known.learner_id, known.language, known.lemma, old.first_turn_id as before,
                          new.first_turn_id as now
            )
            select * from put where before is distinct from now
            """.formatted(Stream.of(
                    "display",
                    "surface",
                    "level",
                    "band",
                    "first_seen_at",
                    "first_conversation_id",
                    "first_sequence",
                    "first_turn_id")
            .map(column -> "%1$s = case when %2$s then excluded.%1$s else known.%1$s end".formatted(column, IS_EARLIER))
            .collect(Collectors.joining(",\n")));

    private static final String DELETE = """
            delete from vocabulary as known
            using unnest(:languages, :lemmas) as word (language, lemma)
            where known.tenant = :tenant and known.learner_id = :learner
              and known.language = word.language and known.lemma = word.lemma
            """;

    private final Jdbi jdbi;

    KnownWords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Adds uses to one tenant's words; the caller holds their learners' locks.
    public FirstUses add(String tenant, Uses uses) {
        List<KnownWord> rows = uses.words().stream().sorted(KEY_ORDER).toList();
        return new FirstUses(jdbi.withHandle(handle -> handle.createQuery(UPSERT)
                .bind("tenant", tenant)
                .bind(
                        "learners",
                        SqlArrays.of(rows, word -> word.key().learner().id(), String[]::new))
                .bind("languages", SqlArrays.of(rows, word -> word.key().language(), String[]::new))
                .bind("lemmas", SqlArrays.of(rows, word -> word.key().lemma(), String[]::new))
                .bind("displays", SqlArrays.of(rows, KnownWord::display, String[]::new))
                .bind("surfaces", SqlArrays.of(rows, KnownWord::surface, String[]::new))
                .bind("levels", SqlArrays.of(rows, KnownWord::level, String[]::new))
                .bind("bands", SqlArrays.of(rows, KnownWord::band, Integer[]::new))
                .bind("counts", SqlArrays.of(rows, KnownWord::count, Integer[]::new))
                .bind(
                        "firstMillis",
                        SqlArrays.of(rows, word -> word.first().occurredAt().toEpochMilli(), Long[]::new))
                .bind(
                        "conversations",
                        SqlArrays.of(rows, word -> word.first().conversationId().value(), UUID[]::new))
                .bind("sequences", SqlArrays.of(rows, word -> word.first().sequence(), Integer[]::new))
                .bind("turns", SqlArrays.of(rows, word -> word.first().turnId().value(), UUID[]::new))
                .bind("lastMillis", SqlArrays.of(rows, word -> word.lastSeenAt().toEpochMilli(), Long[]::new))
                .map((row, _) -> movedFirstUse(tenant, row))
                .list()));
    }

    /// Replaces some of a learner's words by a count over all turns; the caller holds the learner's lock.
    ///
    /// @param words of this learner
    /// @param uses  all uses of these words; a word without any is deleted
    public void replace(Learner learner, Collection<WordKey> words, Uses uses) {
        List<WordKey> keys = List.copyOf(words);
        jdbi.useHandle(handle -> handle.createUpdate(DELETE)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .bind("languages", SqlArrays.of(keys, WordKey::language, String[]::new))
                .bind("lemmas", SqlArrays.of(keys, WordKey::lemma, String[]::new))
                .execute());
        var _ = add(learner.tenant(), uses);
    }

    private static FirstUses.MovedFirstUse movedFirstUse(String tenant, ResultSet row) throws SQLException {
        UUID before = row.getObject("before", UUID.class);
        return new FirstUses.MovedFirstUse(
                new WordKey(
                        new Learner(tenant, row.getString("learner_id")),
                        row.getString("language"),
                        row.getString("lemma")),
                before == null ? null : new TurnId(before),
                new TurnId(row.getObject("now", UUID.class)));
    }

    /// A page of a learner's words.
    public List<KnownWord> list(
            Learner learner, String language, InstantRange firstSeen, WordOrder order, PageRequest page) {
        String sql = """
                select * from vocabulary
                where tenant = :tenant and learner_id = :learner
                  and (cast(:language as text) is null or language = :language)
                  and (cast(:from as timestamptz) is null or first_seen_at >= :from)
                  and (cast(:to as timestamptz) is null or first_seen_at < :to)
                """ + (page.isFirst() ? "" : order.afterClause()) + order.orderBy() + " limit :rows";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql)
                    .bind("tenant", learner.tenant())
                    .bind("learner", learner.id())
                    .bind("language", language)
                    .bind("from", firstSeen.from())
                    .bind("to", firstSeen.to())
                    .bind("rows", page.rows());
            if (!page.isFirst()) {
                query.bind("after", order.after(page))
                        .bind("afterLanguage", page.textAfter(1))
                        .bind("afterLemma", page.textAfter(2));
            }
            return query.map((row, _) -> word(row)).list();
        });
    }

    /// How many words have their first use in each turn of a learner.
    ///
    /// @param language null for all
    public Map<TurnId, Integer> countFirstUses(Learner learner, String language) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select first_turn_id, count(*) from vocabulary
                        where tenant = :tenant and learner_id = :learner
                          and (cast(:language as text) is null or language = :language)
                        group by first_turn_id
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .bind("language", language)
                .map((row, _) -> Map.entry(new TurnId(row.getObject(1, UUID.class)), row.getInt(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// Empty if the learner has never used the word.
    public Optional<KnownWord> find(WordKey key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from vocabulary
                        where tenant = :tenant and learner_id = :learner and language = :language and lemma = :lemma
                        """)
                .bind("tenant", key.learner().tenant())
                .bind("learner", key.learner().id())
                .bind("language", key.language())
                .bind("lemma", key.lemma())
                .map((row, _) -> word(row))
                .findOne());
    }

    private static KnownWord word(ResultSet row) throws SQLException {
        Instant first = row.getTimestamp("first_seen_at").toInstant();
        var key = new WordKey(
                new Learner(row.getString("tenant"), row.getString("learner_id")),
                row.getString("language"),
                row.getString("lemma"));
        var use = new Use(
                first,
                new ConversationId(row.getObject("first_conversation_id", UUID.class)),
                row.getInt("first_sequence"),
                new TurnId(row.getObject("first_turn_id", UUID.class)));
        return new KnownWord(
                key,
                row.getString("display"),
                row.getString("surface"),
                row.getString("level"),
                row.getObject("band", Integer.class),
                row.getInt("count"),
                use,
                row.getTimestamp("last_seen_at").toInstant());
    }
}
