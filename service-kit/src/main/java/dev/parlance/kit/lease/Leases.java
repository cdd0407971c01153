package dev.parlance.kit.lease;

import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// A lease lets one instance of a service work until the lease expires by the clock of the database. A holder that
/// is only slow may not notice that its lease has expired: what it does then must be harmless or fenced.
@ApplicationScoped
public class Leases {
    private final Jdbi jdbi;
    private final UUID holder = NewId.random();

    public Leases(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Takes or renews the lease.
    ///
    /// @return whether this instance holds it now
    public boolean acquire(String name, Duration duration) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                insert into lease as held (name, holder, expires_at)
                                values (:name, :holder, clock_timestamp() + :millis * interval '1 millisecond')
                                on conflict (name) do update
                                set holder = excluded.holder, expires_at = excluded.expires_at
                                where held.holder = excluded.holder or held.expires_at < clock_timestamp()
                                returning true
                                """)
                .bind("name", name)
                .bind("holder", holder)
                .bind("millis", duration.toMillis())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    /// Gives the lease back, so that the next holder need not wait until it expires.
    public void release(String name) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from lease where name = :name and holder = :holder")
                .bind("name", name)
                .bind("holder", holder)
                .execute());
    }
}
