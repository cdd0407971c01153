package dev.parlance.conversation.stream.event;

import dev.parlance.contract.id.Learner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// The store of learners that have had a live subscriber within the last day; it owns the table `live_learner`. Live
/// events are stored for these learners only: any other turn costs one lookup in this small table. Rows are locked in
/// the order of their keys.
///
/// A subscription may come before its learner's first conversation. It counts as unknown until an event of the learner
/// is stored or somebody subscribes to one of the learner's conversations; their number is bounded, and they expire
/// soon: anybody can ask for a learner who does not exist.
@ApplicationScoped
public class LiveSubscriptions {
    /// [dev.parlance.conversation.stream.sse.LiveEventDispatcher] refreshes the subscriptions of its instance once a
    /// minute: one that is older has no subscriber.
    static final Duration SUBSCRIPTION_TIMEOUT = Duration.ofSeconds(150);

    private final Jdbi jdbi;

    LiveSubscriptions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The range of a learner's stored events.
    ///
    /// @param position of the last event
    /// @param floor    events up to this position may have been deleted
    public record EventRange(long position, long floor) {}

    /// Subscribes to a learner who exists: events after this call are stored. Waits for transactions that are adding
    /// events of the learner; all events up to the returned position can be read.
    public EventRange register(Learner learner) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into live_learner as known (tenant, learner_id, position, floor, listened_at)
                        select :tenant, :learner, now, now, clock_timestamp()
                        from (select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)) as millis (now)
                        on conflict (tenant, learner_id) do update
                        set listened_at = excluded.listened_at, unknown = false
                        returning position, floor
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .map((row, _) -> new EventRange(row.getLong(1), row.getLong(2)))
                .one());
    }

    /// Subscribes to a learner without a conversation.
    ///
    /// @param max unknown learners over all instances; some more if several subscribe at the same moment
    /// @return empty if there are as many
    public Optional<EventRange> registerUnknown(Learner learner, int max) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into live_learner as known (tenant, learner_id, position, floor, listened_at, unknown)
                        select :tenant, :learner, now, now, clock_timestamp(), true
                        from (select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)) as millis (now)
                        where exists (select from live_learner where tenant = :tenant and learner_id = :learner)
                              or (select count(*) from live_learner where unknown) < :max
                        on conflict (tenant, learner_id) do update set listened_at = excluded.listened_at
                        returning position, floor
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .bind("max", max)
                .map((row, _) -> new EventRange(row.getLong(1), row.getLong(2)))
                .findOne());
    }

    /// @return the keys of learners with a subscription
    Set<String> findSubscribed(Collection<String> keys) {
        List<Learner> learners = keys.stream().map(Learner::ofKey).toList();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant || '/' || learner_id
                        from unnest(:tenants, :learners) as wanted (tenant, learner_id)
                        join live_learner using (tenant, learner_id)
                        """)
                .bind("tenants", tenants(learners))
                .bind("learners", ids(learners))
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    /// @return the learners with a subscription, locked until the transaction ends
    @Transactional(TxType.MANDATORY)
    Set<Learner> lockSubscribed(Collection<Learner> learners) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select l.tenant, l.learner_id
                        from unnest(:tenants, :learners) as wanted (tenant, learner_id)
                        join live_learner l using (tenant, learner_id)
                        order by l.tenant, l.learner_id
                        for no key update of l
                        """)
                .bind("tenants", tenants(learners))
                .bind("learners", ids(learners))
                .map((row, _) -> new Learner(row.getString(1), row.getString(2)))
                .collect(Collectors.toSet()));
    }

    /// The last positions of learners that have events after the known position.
    public Map<Learner, Long> findAhead(Map<Learner, Long> known) {
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

    /// Refreshes subscriptions.
    @Transactional
    public void touch(Collection<Learner> learners) {
        if (lockSubscribed(learners).isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update live_learner l set listened_at = clock_timestamp()
                        from unnest(:tenants, :learners) as wanted (tenant, learner_id)
                        where l.tenant = wanted.tenant and l.learner_id = wanted.learner_id
                        """)
                .bind("tenants", tenants(learners))
                .bind("learners", ids(learners))
                .execute());
    }

    /// Whether any instance has refreshed a subscription within this time.
    boolean existsWithin(Duration time) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select from live_learner
                                       where listened_at > clock_timestamp() - :millis * interval '1 millisecond')
                        """)
                .bind("millis", time.toMillis())
                .mapTo(Boolean.class)
                .one());
    }

    /// Learners whose subscription is older than this, and unknown ones without a subscriber, at most so many, locked
    /// until the transaction ends.
    @Transactional(TxType.MANDATORY)
    List<Learner> lockIdleSince(Duration time, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant, learner_id from live_learner
                        where listened_at < clock_timestamp() - :millis * interval '1 millisecond'
                              or (unknown
                                  and listened_at < clock_timestamp() - :unknownMillis * interval '1 millisecond')
                        order by tenant, learner_id limit :limit
                        for update
                        """)
                .bind("millis", time.toMillis())
                .bind("unknownMillis", SUBSCRIPTION_TIMEOUT.toMillis())
                .bind("limit", limit)
                .map((row, _) -> new Learner(row.getString(1), row.getString(2)))
                .list());
    }

    /// Deletes subscriptions; the events of the learners must have been deleted before.
    void delete(Collection<Learner> learners) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from live_learner l using unnest(:tenants, :learners) as gone (tenant, learner_id)
                        where l.tenant = gone.tenant and l.learner_id = gone.learner_id
                        """)
                .bind("tenants", tenants(learners))
                .bind("learners", ids(learners))
                .execute());
    }

    /// Arrays, because JDBI formats each bound list for its error message, even without an error.
    static String[] tenants(Collection<Learner> learners) {
        return learners.stream().map(Learner::tenant).toArray(String[]::new);
    }

    static String[] ids(Collection<Learner> learners) {
        return learners.stream().map(Learner::id).toArray(String[]::new);
    }
}
