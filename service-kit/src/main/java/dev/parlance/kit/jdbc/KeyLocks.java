package dev.parlance.kit.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.common.utils.Utils;
import org.jdbi.v3.core.Jdbi;

/// Locks on keys, for example of learners, which the caller's transaction holds until it ends. Kafka assigns a key's
/// partition to one consumer at a time, but after a rebalance a slow consumer may still be writing when its successor
/// begins; without the lock, the later commit could write the older state.
///
/// All keys of a kind share 48 PostgreSQL advisory locks, so that a transaction holds at most 48 however many keys it
/// changes: the server has one table of locks for all sessions (`max_locks_per_transaction`), and when that is full,
/// every session fails. The hash is the one by which Kafka chooses a key's partition: where 48 is a multiple of the
/// number of partitions, keys of different partitions never share a lock, and their consumers never wait for each
/// other.
@ApplicationScoped
public class KeyLocks {
    private static final int SLOTS = 48;

    private final Jdbi jdbi;

    KeyLocks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Waits until the caller's transaction holds the locks of all of these keys. Every transaction takes them in the
    /// same order, so that no deadlock is possible, provided that it calls this once for a kind, or again only for
    /// keys that it holds.
    ///
    /// Also switches the transaction to generic query plans, which use the indexes: a plan for one array of
    /// thousands of keys might scan the whole table.
    ///
    /// @param kind what the keys are of; kinds of one service, and services, do not share locks
    public void acquire(String kind, Collection<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createQuery("""
                        select set_config('plan_cache_mode', 'force_generic_plan', true),
                               count(pg_advisory_xact_lock(hashtext(current_schema() || '/' || :kind), slot))
                        from (select slot from unnest(:slots) as n (slot) order by slot) as sorted
                        """)
                .bind("kind", kind)
                .bind("slots", keys.stream().map(KeyLocks::slot).distinct().toArray(Integer[]::new))
                .mapToMap()
                .one());
    }

    static int slot(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % SLOTS;
    }
}
