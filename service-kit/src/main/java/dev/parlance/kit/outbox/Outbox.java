package dev.parlance.kit.outbox;

import dev.parlance.kit.jdbc.SqlArrays;
import dev.parlance.kit.jdbc.SqlPart;
import dev.parlance.kit.quarantine.HeaderText;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.QuarantineEntry;
import dev.parlance.kit.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/// Records to be sent to Kafka. They are stored in the caller's transaction and sent if, and only if, it commits.
@ApplicationScoped
public class Outbox {
    /// The condition gives the transaction its id before the rows get theirs: [LowWatermark] relies on it.
    private static final String INSERT = """
            insert into outbox (topic, key, headers, value)
            select topic, key, headers, value
            from unnest(:outboxTopics, :outboxKeys, :outboxHeaders, :outboxValues)
                 with ordinality as record (topic, key, headers, value, ordinal)
            where pg_current_xact_id() is not null
            order by ordinal
            """;

    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transactions;
    private final Quarantine quarantine;
    private final Semaphore appended = new Semaphore(0);

    Outbox(Jdbi jdbi, TransactionSynchronizationRegistry transactions, Quarantine quarantine) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.quarantine = quarantine;
    }

    /// Stores records; the relay sends them after the commit, in this order, at least once.
    /// Fails outside a transaction.
    @Transactional(TxType.MANDATORY)
    public void append(List<OutboxRecord> records) {
        if (!records.isEmpty()) {
            wakeAfterCommit();
            jdbi.useHandle(handle -> insert(handle, records));
        }
    }

    /// Stores records in the transaction of a connection, without waking the relay.
    static void insert(Handle connection, List<OutboxRecord> records) {
        Update insert = connection.createUpdate(INSERT);
        bind(insert, records);
        insert.execute();
    }

    /// The same as [#append] for a caller that stores rows of its own: its statement executes this part with them, in
    /// one round trip. Fails outside a transaction.
    @Transactional(TxType.MANDATORY)
    public SqlPart insertPart(List<OutboxRecord> records) {
        wakeAfterCommit();
        return new SqlPart("outbox", INSERT, insert -> bind(insert, records));
    }

    private void wakeAfterCommit() {
        transactions.registerInterposedSynchronization(new WakeAfterCommit());
    }

    private static void bind(Update insert, List<OutboxRecord> records) {
        insert.bind("outboxTopics", SqlArrays.of(records, OutboxRecord::topic, String[]::new))
                .bind("outboxKeys", SqlArrays.of(records, OutboxRecord::key, String[]::new))
                .bind(
                        "outboxHeaders",
                        SqlArrays.of(records, record -> withTraceParent(record.headers()), String[]::new))
                .bind("outboxValues", SqlArrays.of(records, OutboxRecord::value, byte[][]::new));
    }

    /// The oldest rows above an id, as many as the bytes allow together, at least one. Rows of one conversation or of
    /// one derived row are in the order of their commits: the transactions that wrote them held its lock.
    OutboxBatch findOldest(long above, int limit, long bytes) {
        List<Scanned> scanned = jdbi.withHandle(handle -> handle.createQuery("""
                        select pg_snapshot_xmin(pg_current_snapshot())::text::bigint, id, topic, key, headers, value
                        from (select) as one
                             left join (select *, coalesce(sum(octet_length(value)) over (order by id rows between
                                                                 unbounded preceding and 1 preceding), 0) as before
                                        from (select * from outbox where id > :above order by id limit :limit) as oldest)
                                       as weighed on before < :bytes
                        order by id
                        """)
                .bind("above", above)
                .bind("limit", limit)
                .bind("bytes", bytes)
                .map((row, _) -> new Scanned(
                        row.getLong(1),
                        new OutboxRow(
                                row.getLong(2), row.getString(3), row.getString(4), row.getString(5), row.getBytes(6))))
                .list());
        List<OutboxRow> rows = scanned.stream()
                .map(Scanned::row)
                .filter(row -> row.topic() != null)
                .toList();
        boolean truncated = rows.size() >= limit || OutboxRow.totalBytes(rows) >= bytes;
        return new OutboxBatch(rows, scanned.getFirst().oldestRunning(), truncated);
    }

    /// A row, if there is one, and the id of the oldest transaction that was running.
    private record Scanned(long oldestRunning, OutboxRow row) {}

    /// Measures the rows from an id on, at the same small cost for few rows and for many: the relay deletes the
    /// lowest ids first, so the lowest and the highest id bound the number of rows.
    public BacklogSize measureFrom(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, (select max(id) from outbox) - id + 1,
                               greatest(extract(epoch from clock_timestamp() - created_at) * 1000, 0)::bigint
                        from outbox where id >= :from order by id limit 1
                        """)
                .bind("from", id)
                .map((row, _) -> new BacklogSize(row.getLong(1), row.getLong(2), Duration.ofMillis(row.getLong(3))))
                .findOne()
                .orElse(BacklogSize.EMPTY));
    }

    /// The exact number of rows at this moment, counted up to a bound.
    public int count(int bound) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from (select from outbox limit :bound) as waiting")
                        .bind("bound", bound)
                        .mapTo(Integer.class)
                        .one());
    }

    /// Deletes rows.
    ///
    /// @return id of the transaction that did it
    long delete(List<OutboxRow> rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with deleted as (delete from outbox where id = any(:ids))
                        select pg_current_xact_id()::text::bigint
                        """)
                .bind("ids", SqlArrays.of(rows, OutboxRow::id, Long[]::new))
                .mapTo(Long.class)
                .one());
    }

    /// Moves a row that can never be sent to the quarantine, in one transaction.
    ///
    /// @return id of the transaction
    @Transactional
    long moveToQuarantine(OutboxRow row, String reason) {
        quarantine.add(List.of(
                QuarantineEntry.ofOutbox(row.id(), row.topic(), row.key(), row.headers(), row.value(), reason)));
        return delete(List.of(row));
    }

    /// Waits until this instance may have appended rows; rows of other instances do not end the wait.
    void awaitAppend(long millis) throws InterruptedException {
        if (appended.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            appended.drainPermits();
        }
    }

    /// Ends [#awaitAppend].
    void wake() {
        appended.release();
    }

    private static String withTraceParent(Map<String, String> headers) {
        String text = HeaderText.format(headers);
        return headers.containsKey(TraceParent.HEADER)
                ? text
                : text + TraceParent.HEADER + ": " + TraceParent.newTrace() + "\n";
    }

    private final class WakeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {}

        /// One permit is enough to wake the relay; an instance without the lease never takes one.
        @Override
        public void afterCompletion(int status) {
            if (appended.availablePermits() == 0) {
                appended.release();
            }
        }
    }
}
