package dev.parlance.analysis.turn.store;

import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// The analysed turns of one learner at a time, and the learners with turns that are due to be analysed again.
@ApplicationScoped
public class LearnerTurns {
    private static final int FETCH_ROWS = 200;
    private static final int COUNT_TIMEOUT_SECONDS = 20;
    private static final String IS_OUTDATED = """
            versions is distinct from :versions
            and (cast(:from as timestamptz) is null or occurred_at >= :from)
            and (cast(:to as timestamptz) is null or occurred_at < :to)
            """;

    private final Jdbi jdbi;
    private final AnalysisJson json;

    LearnerTurns(Jdbi jdbi, AnalysisJson json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /// The next learner by tenant and id; empty after the last.
    ///
    /// @param tenant    empty before the first
    /// @param learnerId likewise
    public Optional<Learner> findNextLearner(String tenant, String learnerId) {
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

    /// The next learners, by tenant and id, with turns that only the fallback rules have read.
    ///
    /// @param tenant    empty before the first
    /// @param learnerId likewise
    public List<Learner> findLearnersWithProvisionalTurns(String tenant, String learnerId, int limit) {
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

    /// The learner's local date of each of these turns that is stored.
    public Map<TurnId, LocalDate> findLocalDates(Learner learner, Collection<TurnId> turns) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select turn_id, cast(cast(recorded as json) ->> 'localDate' as date)
                        from unnest(:turns) as wanted (turn_id) join analyzed_turn using (turn_id)
                        where tenant = :tenant and learner_id = :learner
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .bind("turns", turns.stream().map(TurnId::value).toArray(UUID[]::new))
                .map((row, _) -> Map.entry(new TurnId(row.getObject(1, UUID.class)), row.getObject(2, LocalDate.class)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// All turns of a learner, one after the other, in no order. Needs a transaction, or all of them are in memory at
    /// once.
    public void forEachTurn(Learner learner, Consumer<AnalyzedTurn> action) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        select recorded, transcript, facts, jobs, revision, created_at, completed_at
                        from analyzed_turn where tenant = :tenant and learner_id = :learner
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .setFetchSize(FETCH_ROWS)
                .map((row, _) -> AnalyzedTurns.mapTurn(row, json))
                .forEach(action));
    }

    /// The learner's next turns that are older than a given one, newest first.
    ///
    /// @param at   `occurredAt` of that turn; null: from the newest on
    /// @param turn its id
    public List<AnalyzedTurn> findOlder(Learner learner, Instant at, UUID turn, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select recorded, transcript, facts, jobs, revision, created_at, completed_at
                        from analyzed_turn
                        where tenant = :tenant and learner_id = :learner
                          and (cast(:at as timestamptz) is null or (occurred_at, turn_id) < (:at, :turn))
                        order by occurred_at desc, turn_id desc
                        limit :limit
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .bind("at", at)
                .bind("turn", turn)
                .bind("limit", limit)
                .map((row, _) -> AnalyzedTurns.mapTurn(row, json))
                .list());
    }

    /// Turns of a learner that only the fallback rules have read, by `occurredAt`.
    public List<TurnId> findProvisional(Learner learner) {
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

    /// Turns that were analysed by other versions than these, by `occurredAt`.
    ///
    /// @param from of `occurredAt`, inclusive; null from the first on
    /// @param to   exclusive; null until the last
    public List<TurnId> findOutdated(Learner learner, String versions, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("select turn_id from analyzed_turn where " + IS_OUTDATED
                        + " and tenant = :tenant and learner_id = :learner order by occurred_at, turn_id")
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .bind("versions", versions)
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> new TurnId(row.getObject(1, UUID.class)))
                .list());
    }

    /// How many turns [#findOutdated] finds. Fails where counting takes longer than 20 s.
    ///
    /// @param tenant    null for every tenant
    /// @param learnerId null for every learner
    public long countOutdated(String tenant, String learnerId, String versions, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from analyzed_turn where " + IS_OUTDATED
                        + " and (cast(:tenant as text) is null or tenant = :tenant)"
                        + " and (cast(:learner as text) is null or learner_id = :learner)")
                .bind("tenant", tenant)
                .bind("learner", learnerId)
                .bind("versions", versions)
                .bind("from", from)
                .bind("to", to)
                .setQueryTimeout(COUNT_TIMEOUT_SECONDS)
                .mapTo(Long.class)
                .one());
    }
}
