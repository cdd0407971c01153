package dev.parlance.summary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.jdbi.v3.core.Jdbi;

/// Locks on names, held until the caller's transaction ends. Kafka gives each learner one consumer at a time, but
/// one that was only slow may still be writing when its successor begins; without the lock, the later commit could
/// hold the older sum.
@ApplicationScoped
public class Locks {
    private final Jdbi jdbi;

    Locks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Waits until the caller's transaction alone holds all of these names. They are taken in one order everywhere,
    /// so that two transactions never wait for each other in a circle.
    ///
    /// The statements that follow are planned once and for all: their arrays differ, the way to the rows does not.
    /// Planned anew for an array of thousands, they might read a whole table.
    public void take(Collection<String> names) {
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
