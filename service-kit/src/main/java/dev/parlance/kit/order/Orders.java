package dev.parlance.kit.order;

import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/// All orders of a kind: what somebody has asked for that takes its time. They are done one at a time, the oldest
/// first; how far one has come stands in its row, so that whoever takes the work over goes on from there.
///
/// The table has `id`, `status`, `started_at`, `completed_at` and `error`; what is ordered, and how far it has come,
/// are columns of its own, and their SQL is elsewhere.
///
/// @param <T> an order as it is read
public final class Orders<T> {
    private final Jdbi jdbi;
    private final Clock clock;
    private final String table;
    private final String name;
    private final RowMapper<T> mapper;

    /// @param table  a name of this program's own, never of a caller's
    /// @param name   what one is called, for people
    /// @param mapper of all columns
    public Orders(Jdbi jdbi, Clock clock, String table, String name, RowMapper<T> mapper) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.table = table;
        this.name = name;
        this.mapper = mapper;
    }

    /// @throws NotFound if there is none
    public T get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from %s where id = :id".formatted(table))
                .bind("id", id)
                .map(mapper)
                .findOne()
                .orElseThrow(this::unknown));
    }

    /// @param id as a caller wrote it
    /// @throws NotFound if there is none
    public T get(String id) {
        return get(parsed(id));
    }

    /// Newest first. The place of an order in this list is its start and its id.
    public List<T> list(PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from %s
                        where cast(:afterTime as timestamptz) is null
                              or (started_at, id) < (cast(:afterTime as timestamptz), cast(:afterId as uuid))
                        order by started_at desc, id desc
                        limit :rows
                        """.formatted(table))
                .bind("afterTime", page.isFirst() ? null : page.after().get(0))
                .bind("afterId", page.isFirst() ? null : page.after().get(1))
                .bind("rows", page.rows())
                .map(mapper)
                .list());
    }

    /// The one that it is the turn of.
    public Optional<T> oldestRunning() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select * from %s where status = 'running' order by started_at, id limit 1
                        """.formatted(table)).map(mapper).findOne());
    }

    /// Somebody does not want it any more: what has been done stays done.
    ///
    /// @param id as a caller wrote it
    /// @throws NotFound if there is none
    public void cancel(String id) {
        UUID order = parsed(id);
        get(order);
        end(order, OrderStatus.CANCELLED, null);
    }

    /// Ends one that runs; one that has ended stays as it is.
    ///
    /// @param error why it failed; else null
    public void end(UUID id, OrderStatus status, String error) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update %s set status = :status, completed_at = :now, error = :error
                        where id = :id and status = 'running'
                        """.formatted(table))
                .bind("status", status.wire())
                .bind("now", clock.instant())
                .bind("error", error)
                .bind("id", id)
                .execute());
    }

    /// The instant in a column; null where there is none.
    public static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private UUID parsed(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private NotFound unknown() {
        return new NotFound("No %s has this id".formatted(name));
    }
}
