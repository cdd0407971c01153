package dev.parlance.kit.republish;

import static dev.parlance.kit.order.Orders.instant;

import dev.parlance.kit.order.OrderStatus;
import dev.parlance.kit.order.Orders;
import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// All orders to tell the past again.
@ApplicationScoped
public class Republications {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Orders<Republication> orders;

    Republications(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.orders = new Orders<>(jdbi, clock, "republication", "republication", (row, _) -> republication(row));
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
        return orders.get(id);
    }

    /// What they have in common with orders of other kinds.
    Orders<Republication> orders() {
        return orders;
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

    private static Republication republication(ResultSet row) throws SQLException {
        return new Republication(
                row.getObject("id", UUID.class),
                new Selection(row.getString("key"), instant(row, "from_at"), instant(row, "to_at")),
                OrderStatus.of(row.getString("status")),
                row.getString("place"),
                row.getLong("sent"),
                row.getObject("total", Long.class),
                instant(row, "started_at"),
                instant(row, "completed_at"),
                row.getString("error"));
    }
}
