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
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Records to be sent, remembered in the caller's transaction: they leave if, and only if, it commits.
@ApplicationScoped
public class Outbox {
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
        if (records.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch rows = handle.prepareBatch(
                    "insert into outbox (topic, key, headers, value) values (:topic, :key, :headers, :value)");
            for (OutboxRecord record : records) {
                rows.bind("topic", record.topic())
                        .bind("key", record.key())
                        .bind("headers", traced(record.headers()))
                        .bind("value", record.value())
                        .add();
            }
            rows.execute();
        });
        transactions.registerInterposedSynchronization(new WakeAfterCommit());
    }

    /// The oldest rows. Those of one conversation or one derived row are in order of commit, because the
    /// transactions that wrote them held its lock.
    List<OutboxRow> oldest(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, topic, key, headers, value from outbox order by id limit :limit")
                .bind("limit", limit)
                .map((row, _) -> new OutboxRow(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBytes(5)))
                .list());
    }

    void delete(List<OutboxRow> rows) {
        Long[] ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
        jdbi.useHandle(handle -> handle.createUpdate("delete from outbox where id = any(:ids)")
                .bind("ids", ids)
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

        @Override
        public void afterCompletion(int status) {
            news.release();
        }
    }
}
