package dev.parlance.kit.job;

import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.page.UuidText;
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

/// All jobs of one kind: work that an operator asked for and that takes its time. Jobs run one at a time, the oldest
/// first; their progress is stored in their rows, so that another instance can continue.
///
/// The table has `id`, `status`, `started_at`, `completed_at` and `error`; the task and its progress are further
/// columns, whose SQL is elsewhere.
///
/// @param <T> a job as it is read from its row
public final class Jobs<T> {
    private final Jdbi jdbi;
    private final Clock clock;
    private final String table;
    private final String name;
    private final RowMapper<T> mapper;

    /// @param table  a constant of the program, never input
    /// @param name   what error messages call a job
    /// @param mapper of all columns
    public Jobs(Jdbi jdbi, Clock clock, String table, String name, RowMapper<T> mapper) {
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
                .orElseThrow(this::notFound));
    }

    /// @param id as in the request
    /// @throws NotFound if there is none
    public T get(String id) {
        return get(parseId(id));
    }

    /// Newest first. A job's position in this list is its start and its id.
    public List<T> list(PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from %s
                        where cast(:afterTime as timestamptz) is null
                              or (started_at, id) < (cast(:afterTime as timestamptz), cast(:afterId as uuid))
                        order by started_at desc, id desc
                        limit :rows
                        """.formatted(table))
                .bind("afterTime", page.instantAfter(0))
                .bind("afterId", page.uuidAfter(1))
                .bind("rows", page.rows())
                .map(mapper)
                .list());
    }

    /// The job to work on.
    public Optional<T> oldestRunning() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select * from %s where status = 'running' order by started_at, id limit 1
                        """.formatted(table)).map(mapper).findOne());
    }

    /// Ends a running job; what it has done stays.
    ///
    /// @param id as in the request
    /// @throws NotFound if there is none
    public void cancel(String id) {
        UUID job = parseId(id);
        get(job);
        finish(job, JobStatus.CANCELLED, null);
    }

    /// Ends a running job; a job that has ended stays as it is.
    ///
    /// @param error why it failed, else null
    public void finish(UUID id, JobStatus status, String error) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update %s set status = :status, completed_at = :now, error = :error
                        where id = :id and status = 'running'
                        """.formatted(table))
                .bind("status", status.wireName())
                .bind("now", clock.instant())
                .bind("error", error)
                .bind("id", id)
                .execute());
    }

    /// The instant in a column; null if the column is null.
    public static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private UUID parseId(String id) {
        return UuidText.parse(id).orElseThrow(this::notFound);
    }

    private NotFound notFound() {
        return new NotFound("No %s has this id".formatted(name));
    }
}
