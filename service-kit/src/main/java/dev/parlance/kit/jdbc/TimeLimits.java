package dev.parlance.kit.jdbc;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/// Warns at the start if the database sets this service no time limits. Without them, an instance that loses power or
/// stands still in a transaction keeps its locks for hours, and others wait for them.
@ApplicationScoped
class TimeLimits {
    private static final Logger LOG = Logger.getLogger(TimeLimits.class);
    private static final String[] SETTINGS = {
        "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "transaction_timeout"
    };

    private final Jdbi jdbi;

    TimeLimits(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void check(@Observes StartupEvent event) {
        try {
            List<String> missing = findMissing();
            if (!missing.isEmpty()) {
                LOG.warnf(
                        "event=database-time-limits-missing settings=%s hint=\"run deploy/postgres/roles.sql again\"",
                        String.join(",", missing));
            }
        } catch (RuntimeException e) {
            LOG.debugf("event=database-time-limits-unknown cause=%s", TransientFailure.brief(e));
        }
    }

    /// The settings without a limit.
    List<String> findMissing() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select name from pg_settings where name = any(:names) and setting = '0' order by name
                        """)
                .bind("names", SETTINGS)
                .mapTo(String.class)
                .list());
    }
}
