package dev.parlance.kit.outbox;

import dev.parlance.kit.quarantine.Headers;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.Unread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/// Records to be sent, remembered in the caller's transaction: they leave if, and only if, it commits.
@ApplicationScoped
public class Outbox {
    private static final String APPEND = """
            insert into outbox (topic, key, headers, value)
            select topic, key, headers, value
            from unnest(:topics, :keys, :headers, :values) with ordinality as record (topic, key, headers, value, place)
            order by place
            """;

    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transactions;
    private final Quarantine quarantine;
    private final Semaphore news = new Semaphore(0);

    Outbox(Jdbi jdbi, TransactionSynchronizationRegistry transactions, Quarantine quarantine) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.quarantine = quarantine;
    }

    /// Remembers records; the relay sends them after the commit, in this order, at least once.
    /// Refuses to be called outside a transaction.
    @Transactional(TxType.MANDATORY)
    public void append(List<OutboxRecord> records) {
        append(records, List.of());
    }

    /// Remembers records in one statement with the writes that they tell of. The writes do not see one another.
    ///
    /// @param records at least one where there are writes
    @Transactional(TxType.MANDATORY)
    public void append(List<OutboxRecord> records, List<Write> writes) {
        if (records.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            Update append = handle.createUpdate(beside(writes) + APPEND);
            writes.forEach(write -> write.values().accept(append));
            append.bind("topics", Column.of(records, OutboxRecord::topic, String[]::new))
                    .bind("keys", Column.of(records, OutboxRecord::key, String[]::new))
                    .bind("headers", Column.of(records, record -> traced(record.headers()), String[]::new))
                    .bind("values", Column.of(records, OutboxRecord::value, byte[][]::new))
                    .execute();
        });
        transactions.registerInterposedSynchronization(new WakeAfterCommit());
    }

    private static String beside(List<Write> writes) {
        return writes.isEmpty()
                ? ""
                : writes.stream()
                        .map(write -> write.name() + "_written as (" + write.sql() + ")")
                        .collect(Collectors.joining(", ", "with ", " "));
    }

    /// The oldest rows above an id, as many as weigh no more than the bound together, at least one. Those of one
    /// conversation or one derived row are in order of commit: the transactions that wrote them held its lock.
    List<OutboxRow> oldest(long above, int limit, long bytes) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, topic, key, headers, value
                        from (select *, coalesce(sum(octet_length(value)) over (order by id rows between unbounded preceding
                                                                                and 1 preceding), 0) as before
                              from (select * from outbox where id > :above order by id limit :limit) as oldest) as weighed
                        where before < :bytes
                        order by id
                        """)
                .bind("above", above)
                .bind("limit", limit)
                .bind("bytes", bytes)
                .map((row, _) -> new OutboxRow(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBytes(5)))
                .list());
    }

    void delete(List<OutboxRow> rows) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from outbox where id = any(:ids)")
                .bind("ids", Column.of(rows, OutboxRow::id, Long[]::new))
                .execute());
    }

    /// Sets a row aside that can never be sent, and takes it out of the way, both or neither.
    @Transactional
    void moveToQuarantine(OutboxRow row, String reason) {
        quarantine.setAside(
                List.of(Unread.ofOutbox(row.id(), row.topic(), row.key(), row.headers(), row.value(), reason)));
        delete(List.of(row));
    }

    /// Waits until something may have been appended here, at most this long (another instance may append unheard).
    void awaitNews(long millis) throws InterruptedException {
        if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    /// Ends a wait for news.
    void wake() {
        news.release();
    }

    private static String traced(Map<String, String> headers) {
        String text = Headers.join(headers);
        return headers.containsKey(TraceParent.HEADER)
                ? text
                : text + TraceParent.HEADER + ": " + TraceParent.fresh() + "\n";
    }

    private final class WakeAfterCommit implements Synchronization {
        @Override
        public void beforeCompletion() {}

        /// One permit wakes the relay as well as many do; where another instance has the lease, nobody takes any away.
        @Override
        public void afterCompletion(int status) {
            if (news.availablePermits() == 0) {
                news.release();
            }
        }
    }
}
