package dev.parlance.analysis.turn;

import dev.parlance.contract.Learner;
import dev.parlance.contract.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;

/// The analysed turns of one learner at a time, and who has some that are due to be read again.
@ApplicationScoped
class LearnerTurns {
    private static final int AT_ONCE = 200;
    private static final int SECONDS_TO_COUNT = 20;
    private static final String DUE = """
            versions is distinct from :versions
            and (cast(:from as timestamptz) is null or occurred_at >= :from)
            and (cast(:to as timestamptz) is null or occurred_at < :to)
            """;

    private final Jdbi jdbi;

    LearnerTurns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The learner behind this one, by tenant and id; empty behind the last.
    ///
    /// @param tenant    empty before the first
    /// @param learnerId likewise
    Optional<Learner> after(String tenant, String learnerId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant, learner_id from analyzed_turn
                        where (tenant, learner_id) > (:tenant, :learner)
                        order by tenant, learner_id limit 1
                        """)
                .bind("tenant", tenant)
                .bind("learner", learnerId)
                .map((row, _) -> new Learner(row.getString(1), row.getString(2)))
                .findOne());
    }

    /// Learners behind this one with turns that a stand-in has read, by tenant and id.
    ///
    /// @param tenant    empty before the first
    /// @param learnerId likewise
    List<Learner> withProvisionalTurns(String tenant, String learnerId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct tenant, learner_id from analyzed_turn
                        where provisional and (tenant, learner_id) > (:tenant, :learner)
                        order by tenant, learner_id limit :limit
                        """)
                .bind("tenant", tenant)
                .bind("learner", learnerId)
                .bind("limit", limit)
                .map((row, _) -> new Learner(row.getString(1), row.getString(2)))
                .list());
    }

    /// All turns of a learner, one after the other, in no order. Within a transaction, never all of them in memory.
    void each(Learner learner, Consumer<AnalyzedTurn> each) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        select recorded, transcript, facts, jobs, revision, created_at, completed_at
                        from analyzed_turn where tenant = :tenant and learner_id = :learner
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .setFetchSize(AT_ONCE)
                .map((row, _) -> AnalyzedTurns.turn(row))
                .forEach(each));
    }

    /// The learner's turns of before one, newest first, for as long as somebody wants more.
    ///
    /// @param at   `occurredAt` of the turn before which it goes on; null for the newest
    /// @param turn of that instant
    /// @param more whether to go on behind this one
    void newestFirst(Learner learner, Instant at, UUID turn, Predicate<AnalyzedTurn> more) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        select recorded, transcript, facts, jobs, revision, created_at, completed_at
                        from analyzed_turn
                        where tenant = :tenant and learner_id = :learner
                          and (cast(:at as timestamptz) is null or (occurred_at, turn_id) < (:at, :turn))
                        order by occurred_at desc, turn_id desc
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .bind("at", at)
                .bind("turn", turn)
                .setFetchSize(AT_ONCE)
                .scanResultSet((rows, _) -> {
                    ResultSet row = rows.get();
                    boolean wanted = true;
                    while (wanted && row.next()) {
                        wanted = more.test(AnalyzedTurns.turn(row));
                    }
                    return null;
                }));
    }

    /// Turns of a learner that a stand-in has read, by when they were said.
    List<TurnId> provisional(Learner learner) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select turn_id from analyzed_turn
                        where provisional and tenant = :tenant and learner_id = :learner
                        order by occurred_at, turn_id
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .map((row, _) -> new TurnId(row.getObject(1, UUID.class)))
                .list());
    }

    /// Turns that others than these versions have read, by when they were said.
    ///
    /// @param from of `occurredAt`, inclusive; null from the first on
    /// @param to   exclusive; null until the last
    List<TurnId> readByOthers(Learner learner, String versions, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("select turn_id from analyzed_turn where " + DUE
                        + " and tenant = :tenant and learner_id = :learner order by occurred_at, turn_id")
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .bind("versions", versions)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> new TurnId(row.getObject(1, UUID.class)))
                .list());
    }

    /// How many there are of them. It fails where that takes too long.
    ///
    /// @param tenant    null for every tenant
    /// @param learnerId null for every learner
    long countReadByOthers(String tenant, String learnerId, String versions, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from analyzed_turn where " + DUE
                        + " and (cast(:tenant as text) is null or tenant = :tenant)"
                        + " and (cast(:learner as text) is null or learner_id = :learner)")
                .bind("tenant", tenant)
                .bind("learner", learnerId)
                .bind("versions", versions)
                .bind("from", from)
                .bind("to", to)
                .setQueryTimeout(SECONDS_TO_COUNT)
                .mapTo(Long.class)
                .one());
    }
}
