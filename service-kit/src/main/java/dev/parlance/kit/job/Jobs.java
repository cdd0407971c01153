package dev.parlance.kit.job;

import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.problem.UuidText;
import dev.parlance.kit.time.NewId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/// All jobs of one kind: work that an operator asked for and that takes its time. Jobs run one at a time, the oldest
/// first, and behind those that have failed less often: one that fails for long keeps no other waiting. Their progress
/// is stored in their rows, so that another instance can continue.
///
/// The table has `id`, `status`, `attempts`, `started_at`, `completed_at` and `error`; the task and its progress are
/// further columns, whose SQL is elsewhere. The columns of the task are unique among the running jobs.
///
/// @param <T> a job as it is read from its row
public final class Jobs<T> {
    private final Jdbi jdbi;
    private final Clock clock;
    private final String table;
    private final String name;
    private final int maxOpen;
    private final RowMapper<T> mapper;

    /// @param table  a constant of the program, never input
    /// @param name   what error messages call a job
    /// @param mapper of all columns
    public Jobs(Jdbi jdbi, Clock clock, String table, String name, JobConfig config, RowMapper<T> mapper) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.table = table;
        this.name = name;
        this.maxOpen = config.maxOpenJobs();
        this.mapper = mapper;
    }

    /// Creates a job, in the caller's transaction. While a job with the same task runs or waits, there is no second
    /// one: that job is returned. Orders of one kind wait for each other.
    ///
    /// @param task value of each column of the task, null where it has none; the names are constants of the program
    /// @throws TooManyJobs if as many run or wait as may
    public T order(Map<String, ?> task) {
        return order(task, Map.of());
    }

    /// The same as [#order(Map)].
    ///
    /// @param beginning columns of a new job, by which it is not found again
    public T order(Map<String, ?> task, Map<String, ?> beginning) {
        return jdbi.withHandle(handle -> {
            lockOrders(handle);
            return findOpen(handle, task).orElseGet(() -> {
                Map<String, Object> columns = new HashMap<>(task);
                columns.putAll(beginning);
                return insert(handle, columns);
            });
        });
    }

    /// Lets no other order of this kind be taken until the caller's transaction ends. A job at work goes on.
    public void lockOrders(Handle handle) {
        var _ = handle.createQuery("select count(pg_advisory_xact_lock(hashtextextended(:name, 0)))")
                .bind("name", "order " + table)
                .mapTo(Long.class)
                .one();
    }

    private Optional<T> findOpen(Handle handle, Map<String, ?> task) {
        String sameTask = task.keySet().stream()
                .map(column -> " and %1$s is not distinct from :%1$s".formatted(column))
                .collect(Collectors.joining());
        var query = handle.createQuery("select * from %s where status = 'running'%s".formatted(table, sameTask));
        task.forEach(query::bind);
        return query.map(mapper).findOne();
    }

    private T insert(Handle handle, Map<String, ?> columns) {
        if (countOpen(handle) >= maxOpen) {
            throw new TooManyJobs(maxOpen);
        }
        String names = String.join(", ", columns.keySet());
        String values = columns.keySet().stream().map(":"::concat).collect(Collectors.joining(", "));
        var query = handle.createQuery("insert into %s (id, started_at, %s) values (:id, :now, %s) returning *"
                        .formatted(table, names, values))
                .bind("id", NewId.random())
                .bind("now", clock.instant());
        columns.forEach(query::bind);
        return query.map(mapper).one();
    }

    private long countOpen(Handle handle) {
        return handle.createQuery("select count(*) from %s where status = 'running'".formatted(table))
                .mapTo(Long.class)
                .one();
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

    /// The job to work on: the one that has failed least often, and of these the oldest.
    public Optional<T> nextRunning() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select * from %s where status = 'running' order by attempts, started_at, id limit 1
                        """.formatted(table)).map(mapper).findOne());
    }

    /// Counts a failure that may pass: the job is tried again, behind those that have failed less often.
    ///
    /// @param cause takes up what prevents the count, for example a database that is away
    public void recordFailure(UUID id, RuntimeException cause) {
        try {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "update %s set attempts = attempts + 1 where id = :id".formatted(table))
                    .bind("id", id)
                    .execute());
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
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
