package dev.parlance.kit.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// Records that could not be read, applied or sent.
@ApplicationScoped
public class Quarantine {
    private static final String LIST_COLUMNS =
            "id, topic, partition, \"offset\", key, ce_id, ce_type, reason, attempts, first_seen_at, status";

    private final Jdbi jdbi;
    private final Clock clock;

    Quarantine(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// A record in quarantine as it is listed, without its value.
    public record Quarantined(
            UUID id,
            String topic,
            int partition,
            long offset,
            String key,
            String ceId,
            String ceType,
            String reason,
            int attempts,
            Instant firstSeenAt,
            String status) {}

    /// A record in quarantine with its headers and its value.
    ///
    /// @param value null for a tombstone
    @SuppressWarnings("ArrayRecordComponent") // shown, never compared
    public record Shown(
            UUID id,
            String topic,
            int partition,
            long offset,
            String key,
            String ceId,
            String ceType,
            String reason,
            int attempts,
            Instant firstSeenAt,
            String status,
            Map<String, String> headers,
            byte[] value) {

        private static Shown of(Quarantined listed, Map<String, String> headers, byte[] value) {
            return new Shown(
                    listed.id,
                    listed.topic,
                    listed.partition,
                    listed.offset,
                    listed.key,
                    listed.ceId,
                    listed.ceType,
                    listed.reason,
                    listed.attempts,
                    listed.firstSeenAt,
                    listed.status,
                    headers,
                    value);
        }
    }

    /// Stores records in the transaction of the caller. A record that is there already changes nothing, unless it
    /// was retried in the meantime: then it waits once more.
    public void add(List<QuarantineEntry> records) {
        if (records.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch("""
                    insert into quarantine (id, topic, partition, "offset", key, ce_id, ce_type, headers, value, reason,
                                            first_seen_at, changed_at)
                    values (:id, :topic, :partition, :offset, :key, :ceId, :ceType, :headers, :value, :reason, :now, :now)
                    on conflict (topic, partition, "offset") do update
                    set attempts = quarantine.attempts + 1, reason = excluded.reason, status = 'waiting',
                        changed_at = excluded.changed_at
                    where quarantine.status = 'retried'
                    """);
            for (QuarantineEntry record : records) {
                Map<String, String> headers = HeaderText.parse(record.headers());
                rows.bind("id", id(record))
                        .bind("topic", record.topic())
                        .bind("partition", record.partition())
                        .bind("offset", record.offset())
                        .bind("key", replaceNul(record.key()))
                        .bind("ceId", replaceNul(headers.get("ce_id")))
                        .bind("ceType", replaceNul(headers.get("ce_type")))
                        .bind("headers", replaceNul(record.headers()))
                        .bind("value", record.value())
                        .bind("reason", replaceNul(record.reason()))
                        .bind("now", clock.instant())
                        .add();
            }
            rows.execute();
        });
    }

    /// Newest first.
    public List<Quarantined> list(String status, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + LIST_COLUMNS + """
                         from quarantine
                        where (cast(:status as text) is null or status = :status)
                          and (cast(:afterTime as timestamptz) is null
                               or (first_seen_at, id) < (cast(:afterTime as timestamptz), cast(:afterId as uuid)))
                        order by first_seen_at desc, id desc
                        limit :rows
                        """)
                .bind("status", status)
                .bind("afterTime", page.instantAfter(0))
                .bind("afterId", page.uuidAfter(1))
                .bind("rows", page.rows())
                .map((row, _) -> mapRow(row))
                .list());
    }

    /// One record with its value.
    public Optional<Shown> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + LIST_COLUMNS + ", headers, value from quarantine where id = :id")
                .bind("id", id)
                .map((row, _) ->
                        Shown.of(mapRow(row), HeaderText.parse(row.getString("headers")), row.getBytes("value")))
                .findOne());
    }

    /// The record, locked until the caller's transaction ends.
    public Optional<QuarantineEntry> findForUpdate(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select topic, partition, "offset", key, headers, value, reason
                        from quarantine where id = :id for update
                        """)
                .bind("id", id)
                .map((row, _) -> new QuarantineEntry(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBytes(6),
                        row.getString(7)))
                .findOne());
    }

    /// @return whether there is such a record
    public boolean updateStatus(UUID id, String status) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update quarantine set status = :status, changed_at = :now where id = :id")
                        .bind("status", status)
                        .bind("now", clock.instant())
                        .bind("id", id)
                        .execute())
                > 0;
    }

    /// Counts a retry that failed.
    public void incrementAttempts(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("update quarantine set attempts = attempts + 1 where id = :id")
                .bind("id", id)
                .execute());
    }

    /// Number of records that wait for an operator, by topic; events of this service that the broker refused apart.
    public List<WaitingCount> countWaiting() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select topic, partition = :outbox, count(*) from quarantine where status = 'waiting'
                        group by 1, 2
                        """)
                .bind("outbox", QuarantineEntry.OUTBOX_PARTITION)
                .map((row, _) -> new WaitingCount(row.getString(1), row.getBoolean(2), row.getLong(3)))
                .list());
    }

    /// @param unsent whether they are events of this service that were not sent
    public record WaitingCount(String topic, boolean unsent, long records) {}

    /// Which of these `ce_subject`s belong to records of these types that wait for a person.
    public Set<String> findWaitingSubjects(Collection<String> ceTypes, Collection<String> subjects) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select subject from (select substring(headers from 'ce_subject: ([^\\n]*)') as subject
                                             from quarantine where status = 'waiting' and ce_type = any(:types)) as waiting
                        where subject = any(:subjects)
                        """)
                .bind("types", ceTypes.toArray(String[]::new))
                .bind("subjects", subjects.toArray(String[]::new))
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    private static Quarantined mapRow(ResultSet row) throws SQLException {
        return new Quarantined(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                row.getString("key"),
                row.getString("ce_id"),
                row.getString("ce_type"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getTimestamp("first_seen_at").toInstant(),
                row.getString("status"));
    }

    private static UUID id(QuarantineEntry record) {
        String position = record.topic() + "/" + record.partition() + "/" + record.offset();
        return UUID.nameUUIDFromBytes(position.getBytes(UTF_8));
    }

    /// PostgreSQL's text holds no NUL; a broken record must be storable all the same.
    private static String replaceNul(String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
