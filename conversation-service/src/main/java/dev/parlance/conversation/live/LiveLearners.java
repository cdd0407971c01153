package dev.parlance.conversation.live;

import dev.parlance.contract.Learner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// The learners whom somebody has listened to within the last day. Of these, and of no others, events are kept: a turn
/// that nobody waits for costs a look at this small table. Rows are locked in the order of their keys.
@ApplicationScoped
class LiveLearners {
    private final Jdbi jdbi;

    LiveLearners(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// How far the events of a learner go.
    ///
    /// @param position of the last one
    /// @param floor    those up to this may be gone
    record Place(long position, long floor) {}

    /// Somebody listens to this learner: whatever is recorded after this call is kept. Waits for transactions that tell
    /// of the learner at this moment; all up to the position can be read.
    Place register(Learner learner) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into live_learner as known (tenant, learner_id, position, floor, listened_at)
                        select :tenant, :learner, now, now, clock_timestamp()
                        from (select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)) as millis (now)
                        on conflict (tenant, learner_id) do update set listened_at = excluded.listened_at
                        returning position, floor
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .map((row, _) -> new Place(row.getLong(1), row.getLong(2)))
                .one());
    }

    /// Those of these keys that are listened to.
    Set<String> listened(Collection<String> keys) {
        List<Learner> learners = keys.stream().map(Learner::ofKey).toList();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant || '/' || learner_id
                        from unnest(:tenants, :learners) as told (tenant, learner_id)
                        join live_learner using (tenant, learner_id)
                        """)
                .bind("tenants", tenants(learners))
                .bind("learners", ids(learners))
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    /// Those of these learners that are listened to, locked until the transaction ends.
    @Transactional(TxType.MANDATORY)
    Set<Learner> locked(Collection<Learner> learners) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select l.tenant, l.learner_id
                        from unnest(:tenants, :learners) as told (tenant, learner_id)
                        join live_learner l using (tenant, learner_id)
                        order by l.tenant, l.learner_id
                        for no key update of l
                        """)
                .bind("tenants", tenants(learners))
                .bind("learners", ids(learners))
                .map((row, _) -> new Learner(row.getString(1), row.getString(2)))
                .collect(Collectors.toSet()));
    }

    /// Of those whose events go further than is known, how far they go.
    Map<Learner, Long> ahead(Map<Learner, Long> known) {
        List<Learner> learners = List.copyOf(known.keySet());
        Map<Learner, Long> ahead = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select l.tenant, l.learner_id, l.position
                        from unnest(:tenants, :learners, :positions) as known (tenant, learner_id, position)
                        join live_learner l using (tenant, learner_id)
                        where l.position > known.position
                        """)
                .bind("tenants", tenants(learners))
                .bind("learners", ids(learners))
                .bind("positions", learners.stream().map(known::get).toArray(Long[]::new))
                .map((row, _) -> ahead.put(new Learner(row.getString(1), row.getString(2)), row.getLong(3)))
                .list());
        return ahead;
    }

    /// They are still listened to.
    @Transactional
    void touch(Collection<Learner> learners) {
        if (locked(learners).isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update live_learner l set listened_at = clock_timestamp()
                        from unnest(:tenants, :learners) as heard (tenant, learner_id)
                        where l.tenant = heard.tenant and l.learner_id = heard.learner_id
                        """)
                .bind("tenants", tenants(learners))
                .bind("learners", ids(learners))
                .execute());
    }

    /// Whether anybody, on whatever instance, has listened within this time.
    boolean anyWithin(Duration time) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from live_learner
                                       where listened_at > clock_timestamp() - :millis * interval '1 millisecond')
                        """)
                .bind("millis", time.toMillis())
                .mapTo(Boolean.class)
                .one());
    }

    /// Learners whom nobody has listened to for so long, some of them, locked until the transaction ends.
    @Transactional(TxType.MANDATORY)
    List<Learner> unheard(Duration time, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant, learner_id from live_learner
                        where listened_at < clock_timestamp() - :millis * interval '1 millisecond'
                        order by tenant, learner_id limit :limit
                        for update
                        """)
                .bind("millis", time.toMillis())
                .bind("limit", limit)
                .map((row, _) -> new Learner(row.getString(1), row.getString(2)))
                .list());
    }

    /// Takes learners off the list; their events go first.
    void remove(Collection<Learner> learners) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from live_learner l using unnest(:tenants, :learners) as gone (tenant, learner_id)
                        where l.tenant = gone.tenant and l.learner_id = gone.learner_id
                        """)
                .bind("tenants", tenants(learners))
                .bind("learners", ids(learners))
                .execute());
    }

    /// Arrays, because JDBI makes a text of each list that is bound, in case that it fails.
    static String[] tenants(Collection<Learner> learners) {
        return learners.stream().map(Learner::tenant).toArray(String[]::new);
    }

    static String[] ids(Collection<Learner> learners) {
        return learners.stream().map(Learner::id).toArray(String[]::new);
    }
}
