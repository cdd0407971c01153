package dev.parlance.summary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.jdbi.v3.core.Jdbi;

/// PostgreSQL advisory locks on names, held until the caller's transaction ends. Kafka assigns a learner's partition
/// to one consumer at a time, but after a rebalance a slow consumer may still be writing when its successor begins;
/// without the lock, the later commit could write the older sum.
@ApplicationScoped
public class Locks {
    private final Jdbi jdbi;

    Locks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Waits until the caller's transaction holds the locks of all of these names. The order of the locks is the same
    /// in every transaction, so that no deadlock is possible.
    ///
    /// Also switches the transaction to generic query plans, which use the indexes: a plan for one array of
    /// thousands of keys might scan the whole table.
    public void acquire(Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createQuery("""
                        select set_config('plan_cache_mode', 'force_generic_plan', true),
                               count(pg_advisory_xact_lock(lock))
                        from (select distinct hashtextextended(name, 0) as lock from unnest(:names) as n (name)
                              order by lock) as sorted
                        """)
                .bind("names", names.toArray(String[]::new))
                .mapToMap()
                .one());
    }
}
