package dev.parlance.fault.check;

import dev.parlance.fault.ledger.SimulatedTurn;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.SqlClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The tables of the three services, for learners whose ids begin alike, as the read-only role sees them.
public record ServiceTables(SqlClient database, String prefix) {
    /// A stored turn.
    ///
    /// @param hash of what the row has kept
    public record TurnRow(UUID id, UUID conversation, int sequence, String learner, String hash) {}

    /// A learner's word.
    public record WordKey(String learner, String lemma) {}

    public record WordRow(int count, Instant firstSeenAt, UUID firstTurn, Instant lastSeenAt) {}

    public record DayKey(String learner, LocalDate date) {}

    public record DayRow(
            int turns,
            int conversations,
            int learnerWords,
            int replyWords,
            int uniqueWords,
            int newWords,
            int sentences,
            long speakingMs,
            String timeZone) {}

    public record ModuleKey(String module, LocalDate date) {}

    public record ModuleRow(
            int turns, int conversations, int learners, int learnerWords, int newWords, long speakingMs) {}

    List<TurnRow> turns() {
        return database.query(
                """
                select t.id, t.conversation_id, t.sequence, c.learner_id, t.learner_text, t.reply_text, t.occurred_at,
                       t.duration_ms
                from conversation.turn as t
                join conversation.conversation as c on c.tenant = t.tenant and c.id = t.conversation_id
                where c.learner_id like ?
                """,
                row -> {
                    UUID conversation = row.getObject(2, UUID.class);
                    return new TurnRow(
                            row.getObject(1, UUID.class),
                            conversation,
                            row.getInt(3),
                            row.getString(4),
                            SimulatedTurn.hash(
                                    conversation,
                                    row.getString(5),
                                    row.getString(6),
                                    row.getTimestamp(7).toInstant(),
                                    row.getInt(8)));
                },
                prefix + "-%");
    }

    Set<UUID> analyzed() {
        return queryIds("select turn_id from analysis.analyzed_turn where learner_id like ?");
    }

    /// Turns whose analysis conversation-service has received.
    Set<UUID> analyzedInConversation() {
        return queryIds("""
                select a.turn_id from conversation.analyzed_turn as a
                join conversation.conversation as c on c.tenant = a.tenant and c.id = a.conversation_id
                where c.learner_id like ?
                """);
    }

    /// Turns that days are computed from.
    Set<UUID> facts() {
        return queryIds("select turn_id from summary.turn_fact where learner_id like ?");
    }

    Map<WordKey, WordRow> words() {
        Map<WordKey, WordRow> words = new HashMap<>();
        var _ = database.query(
                """
                select learner_id, lemma, count, first_seen_at, first_turn_id, last_seen_at from analysis.vocabulary
                where learner_id like ?
                """,
                row -> words.put(
                        new WordKey(row.getString(1), row.getString(2)),
                        new WordRow(
                                row.getInt(3),
                                row.getTimestamp(4).toInstant(),
                                row.getObject(5, UUID.class),
                                row.getTimestamp(6).toInstant())),
                prefix + "-%");
        return words;
    }

    Map<DayKey, DayRow> days() {
        Map<DayKey, DayRow> days = new HashMap<>();
        var _ = database.query(
                """
                select learner_id, date, turns, conversations, learner_words, reply_words, unique_words, new_words,
                       sentences, speaking_ms, time_zone
                from summary.learner_day where learner_id like ?
                """,
                row -> days.put(
                        new DayKey(row.getString(1), row.getObject(2, LocalDate.class)),
                        new DayRow(
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getInt(7),
                                row.getInt(8),
                                row.getInt(9),
                                row.getLong(10),
                                row.getString(11))),
                prefix + "-%");
        return days;
    }

    /// The days of the learners' modules.
    Map<ModuleKey, ModuleRow> modules() {
        Map<ModuleKey, ModuleRow> days = new HashMap<>();
        var _ = database.query(
                """
                select module, date, turns, conversations, learners, learner_words, new_words, speaking_ms
                from summary.module_day where module = ? or module like ?
                """,
                row -> days.put(
                        new ModuleKey(row.getString(1), row.getObject(2, LocalDate.class)),
                        new ModuleRow(
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getInt(7),
                                row.getLong(8))),
                module(),
                module() + "-%");
        return days;
    }

    /// Revisions by the key on the compacted topics.
    Map<String, Long> revisions() {
        Map<String, Long> revisions = new HashMap<>();
        var _ = database.query(
                """
                select tenant || '/' || learner_id || '/' || date, revision from summary.learner_day
                where learner_id like ?
                union all
                select tenant || '/' || module || '/' || date, revision from summary.module_day
                where module = ? or module like ?
                """, row -> revisions.put(row.getString(1), row.getLong(2)), prefix + "-%", module(), module() + "-%");
        return revisions;
    }

    /// Whether a key on a compacted topic is about these learners or their modules.
    boolean owns(String key) {
        return key.startsWith("default/" + prefix + "-")
                || key.startsWith("default/" + module() + "-")
                || key.startsWith("default/" + module() + "/");
    }

    /// All that was ever set aside: `schema:topic/partition/offset`.
    public static Set<String> findQuarantined(SqlClient checker) {
        var all = new ArrayList<String>();
        for (Service service : Service.values()) {
            all.addAll(checker.query(
                    "select topic || '/' || partition || '/' || \"offset\" from %s.quarantine"
                            .formatted(service.schema()),
                    row -> service.schema() + ":" + row.getString(1)));
        }
        return Set.copyOf(all);
    }

    /// Rows that wait to be sent, of all services.
    public static long countOutboxRows(SqlClient checker) {
        long waiting = 0;
        for (Service service : Service.values()) {
            waiting += checker.queryLong("select count(*) from %s.outbox".formatted(service.schema()));
        }
        return waiting;
    }

    /// Days of modules that are to be computed.
    public static long countDirtyModuleDays(SqlClient checker) {
        return checker.queryLong("select count(*) from summary.module_mark");
    }

    /// A load's module is its prefix in small letters.
    private String module() {
        return prefix.toLowerCase(Locale.ROOT);
    }

    private Set<UUID> queryIds(String query) {
        return new HashSet<>(database.query(query, row -> row.getObject(1, UUID.class), prefix + "-%"));
    }
}
