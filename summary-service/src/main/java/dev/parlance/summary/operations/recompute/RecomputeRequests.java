package dev.parlance.summary.operations.recompute;

import dev.parlance.kit.job.TooManyJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// All recompute requests that are not done (table `recompute_request`). Of the same days one request waits at most,
/// and one is at work. A request that fails is tried again after a pause that grows to an hour, so that the others go
/// first.
@ApplicationScoped
class RecomputeRequests {
    private final Jdbi jdbi;
    private final int maxOpen;

    RecomputeRequests(Jdbi jdbi, RecomputeConfig config) {
        this.jdbi = jdbi;
        this.maxOpen = config.maxOpenRequests();
    }

    /// @param learnerId null for every learner of that date
    /// @param lastLearnerDone learners up to this id are done, empty at first
    record Request(long id, String tenant, LocalDate date, String learnerId, String lastLearnerDone) {}

    /// Adds a request. One that waits with the same days is due at once instead; one at work is not enough, because it
    /// may have passed what has changed.
    ///
    /// @throws TooManyJobs if too many are not done
    @Transactional
    void add(String tenant, LocalDate date, String learnerId) {
        jdbi.useHandle(handle -> {
            // Until the transaction ends no other request is added: the count below is exact.
            var _ = handle.createQuery("select count(pg_advisory_xact_lock(hashtextextended('order recompute', 0)))")
                    .mapTo(Long.class)
                    .one();
            handle.createUpdate("""
                            insert into recompute_request (tenant, date, learner_id) values (:tenant, :date, :learner)
                            on conflict (tenant, date, learner_id) where done_until = '' do update
                            set due_at = least(recompute_request.due_at, excluded.due_at)
                            """)
                    .bind("tenant", tenant)
                    .bind("date", date)
                    .bind("learner", learnerId)
                    .execute();
            if (count(handle) > maxOpen) {
                throw new TooManyJobs(maxOpen); // and nothing is added
            }
        });
    }

    private static long count(Handle handle) {
        return handle.createQuery("select count(*) from recompute_request")
                .mapTo(Long.class)
                .one();
    }

    /// The request that has been due for longest, of those that no other transaction has locked.
    Optional<Long> findDue() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select id from recompute_request where due_at <= clock_timestamp()
                        order by due_at, id limit 1 for update skip locked
                        """).mapTo(Long.class).findOne());
    }

    /// Locks a request until the caller's transaction ends; empty if it is done, or another transaction has locked it.
    Optional<Request> lock(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, tenant, date, learner_id, done_until from recompute_request
                        where id = :id for update skip locked
                        """)
                .bind("id", id)
                .map((row, _) -> new Request(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5)))
                .findOne());
    }

    void saveProgress(Request request, String learnerId) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update recompute_request set done_until = :learner where id = :id")
                        .bind("learner", learnerId)
                        .bind("id", request.id())
                        .execute());
    }

    /// Puts off a request that has failed: for two seconds, then for twice as long each time, up to an hour.
    ///
    /// @return how often it has failed by now; 0 if it is done
    int postpone(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update recompute_request
                        set attempts = attempts + 1,
                            due_at = clock_timestamp()
                                     + least(interval '1 second' * power(2, least(attempts + 1, 12)), interval '1 hour')
                        where id = :id
                        returning attempts
                        """)
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    void delete(Request request) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from recompute_request where id = :id")
                .bind("id", request.id())
                .execute());
    }
}
