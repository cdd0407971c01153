package dev.parlance.kit.republish;

import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.republish.Republication.Status;
import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// All orders to tell the past again.
@ApplicationScoped
public class Republications {
    private static final String COLUMNS =
            "id, key, from_at, to_at, status, place, sent, total, started_at, completed_at, error";

    private final Jdbi jdbi;
    private final Clock clock;

    Republications(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// Somebody wants this part of the past to be told again; an instance of the service begins within a second.
    public Republication order(Selection selection) {
        UUID id = NewId.random();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into republication (id, key, from_at, to_at, started_at)
                        values (:id, :key, :from, :to, :now)
                        """)
                .bind("id", id)
                .bind("key", selection.key())
                .bind("from", selection.from())
                .bind("to", selection.to())
                .bind("now", clock.instant())
                .execute());
        return get(id);
    }

    /// @throws NotFound if there is none
    public Republication get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from republication where id = :id")
                .bind("id", id)
                .map((row, _) -> republication(row))
                .findOne()
                .orElseThrow(() -> new NotFound("No republication has this id")));
    }

    /// Newest first.
    public List<Republication> list(PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from republication
                        where cast(:afterTime as timestamptz) is null
                              or (started_at, id) < (cast(:afterTime as timestamptz), cast(:afterId as uuid))
                        order by started_at desc, id desc
                        limit :rows
                        """)
                .bind("afterTime", page.isFirst() ? null : page.after().get(0))
                .bind("afterId", page.isFirst() ? null : page.after().get(1))
                .bind("rows", page.rows())
                .map((row, _) -> republication(row))
                .list());
    }

    /// Ends one that runs, as it is; what is in the outbox already will still be sent. One that has ended stays.
    ///
    /// @throws NotFound if there is none
    public void cancel(UUID id) {
        get(id);
        end(id, Status.CANCELLED, null);
    }

    void fail(UUID id, String error) {
        end(id, Status.FAILED, error);
    }

    Optional<Republication> oldestRunning() {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from republication where status = 'running' order by started_at, id limit 1
                        """)
                .map((row, _) -> republication(row))
                .findOne());
    }

    void counted(UUID id, long total) {
        jdbi.useHandle(handle -> handle.createUpdate("update republication set total = :total where id = :id")
                .bind("total", total)
                .bind("id", id)
                .execute());
    }

    /// Notes a page, in the transaction that puts it into the outbox.
    ///
    /// @return whether it is this page's turn: not if the order has ended, or if another instance was quicker
    boolean advance(Republication before, PastEvents.Page page) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update republication
                                set place = :place, sent = sent + :facts,
                                    total = case when :last then sent + :facts else total end,
                                    status = case when :last then 'completed' else status end,
                                    completed_at = case when :last then cast(:now as timestamptz) end
                                where id = :id and status = 'running'
                                  and place is not distinct from cast(:before as text)
                                """)
                        .bind("place", page.place())
                        .bind("facts", page.facts())
                        .bind("last", page.last())
                        .bind("now", clock.instant())
                        .bind("id", before.id())
                        .bind("before", before.place())
                        .execute())
                == 1;
    }

    /// Rows that wait to be sent, counted up to a bound: at this moment and one by one. The pipeline's measurement is a
    /// quarter of a second old and counts gaps too: the past would overshoot its room, or stand still without need.
    int waitingToBeSent(int bound) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from (select from outbox limit :bound) as waiting")
                        .bind("bound", bound)
                        .mapTo(Integer.class)
                        .one());
    }

    private void end(UUID id, Status status, String error) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update republication set status = :status, completed_at = :now, error = :error
                        where id = :id and status = 'running'
                        """)
                .bind("status", wireName(status))
                .bind("now", clock.instant())
                .bind("error", error)
                .bind("id", id)
                .execute());
    }

    private static String wireName(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Republication republication(ResultSet row) throws SQLException {
        return new Republication(
                row.getObject("id", UUID.class),
                new Selection(row.getString("key"), instant(row, "from_at"), instant(row, "to_at")),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("place"),
                row.getLong("sent"),
                row.getObject("total", Long.class),
                instant(row, "started_at"),
                instant(row, "completed_at"),
                row.getString("error"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
