package dev.parlance.summary.operations.recompute;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// All recompute requests that are not done (table `recompute_request`).
@ApplicationScoped
class RecomputeRequests {
    private final Jdbi jdbi;

    RecomputeRequests(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @param learnerId null for every learner of that date
    /// @param lastLearnerDone learners up to this id are done, empty at first
    record Request(long id, String tenant, LocalDate date, String learnerId, String lastLearnerDone) {}

    void add(String tenant, LocalDate date, String learnerId) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into recompute_request (tenant, date, learner_id) values (:tenant, :date, :learner)")
                .bind("tenant", tenant)
                .bind("date", date)
                .bind("learner", learnerId)
                .execute());
    }

    /// The oldest request that no other transaction has locked; locked until the caller's transaction ends.
    Optional<Request> lockOldest() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, tenant, date, learner_id, done_until from recompute_request
                        order by id limit 1 for update skip locked
                        """)
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

    void delete(Request request) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from recompute_request where id = :id")
                .bind("id", request.id())
                .execute());
    }
}
