package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.ConversationId;
import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The words of all learners. Queries are written here and nowhere else.
@ApplicationScoped
public class KnownWords {
    private static final Comparator<KnownWord> KEY_ORDER = Comparator.comparing(
                    (KnownWord word) -> word.key().learner().key())
            .thenComparing(word -> word.key().language())
            .thenComparing(word -> word.key().lemma());

    private final Jdbi jdbi;

    KnownWords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What is known of these words; nothing for those never used.
    public List<KnownWord> find(Collection<WordKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select word.* from unnest(:tenants, :learners, :languages, :lemmas)
                                           as wanted (tenant, learner_id, language, lemma)
                        join vocabulary word using (tenant, learner_id, language, lemma)
                        """)
                .bind(
                        "tenants",
                        keys.stream().map(key -> key.learner().tenant()).toArray(String[]::new))
                .bind("learners", keys.stream().map(key -> key.learner().id()).toArray(String[]::new))
                .bind("languages", keys.stream().map(WordKey::language).toArray(String[]::new))
                .bind("lemmas", keys.stream().map(WordKey::lemma).toArray(String[]::new))
                .map((row, _) -> word(row))
                .list());
    }

    /// Writes words as they are now; the caller holds their learners' locks.
    public void put(Collection<KnownWord> words) {
        if (words.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("""
                    insert into vocabulary (tenant, learner_id, language, lemma, display, surface, level, count,
                        first_seen_at, first_conversation_id, first_sequence, first_turn_id, last_seen_at)
                    values (:tenant, :learner, :language, :lemma, :display, :surface, :level, :count,
                        :firstSeenAt, :firstConversation, :firstSequence, :firstTurn, :lastSeenAt)
                    on conflict (tenant, learner_id, language, lemma) do update
                    set display = excluded.display, surface = excluded.surface, level = excluded.level,
                        count = excluded.count, first_seen_at = excluded.first_seen_at,
                        first_conversation_id = excluded.first_conversation_id,
                        first_sequence = excluded.first_sequence, first_turn_id = excluded.first_turn_id,
                        last_seen_at = excluded.last_seen_at
                    """);
            words.stream().sorted(KEY_ORDER).forEach(word -> rows.bind(
                            "tenant", word.key().learner().tenant())
                    .bind("learner", word.key().learner().id())
                    .bind("language", word.key().language())
                    .bind("lemma", word.key().lemma())
                    .bind("display", word.display())
                    .bind("surface", word.surface())
                    .bind("level", word.level())
                    .bind("count", word.count())
                    .bind("firstSeenAt", word.first().occurredAt())
                    .bind("firstConversation", word.first().conversationId().value())
                    .bind("firstSequence", word.first().sequence())
                    .bind("firstTurn", word.first().turnId().value())
                    .bind("lastSeenAt", word.lastSeenAt())
                    .add());
            rows.execute();
        });
    }

    /// A learner's words in an order, a page of them.
    List<KnownWord> list(Learner learner, String language, InstantRange firstSeen, WordOrder order, PageRequest page) {
        String sql = """
                select * from vocabulary
                where tenant = :tenant and learner_id = :learner
                  and (cast(:language as text) is null or language = :language)
                  and (cast(:from as timestamptz) is null or first_seen_at >= :from)
                  and (cast(:to as timestamptz) is null or first_seen_at < :to)
                """ + (page.isFirst() ? "" : order.after()) + order.orderBy() + " limit :rows";
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql)
                    .bind("tenant", learner.tenant())
                    .bind("learner", learner.id())
                    .bind("language", language)
                    .bind("from", firstSeen.from())
                    .bind("to", firstSeen.to())
                    .bind("rows", page.rows());
            if (!page.isFirst()) {
                query.bind("after", page.after().get(0))
                        .bind("afterLanguage", page.after().get(1))
                        .bind("afterLemma", page.after().get(2));
            }
            return query.map((row, _) -> word(row)).list();
        });
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
                row.getInt("count"),
                use,
                row.getTimestamp("last_seen_at").toInstant());
    }
}
