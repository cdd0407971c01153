package dev.parlance.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;

/// The clock of the database, which all instances of a service share. What is removed by its age is measured by it: the
/// clock of one machine may be hours or days off.
@DefaultBean
@Singleton
public class DatabaseClock {
    private final Jdbi jdbi;

    public DatabaseClock(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The present instant, to the millisecond; asks the database.
    public Instant instant() {
        return jdbi.withHandle(handle -> handle.createQuery("select clock_timestamp()")
                        .mapTo(Instant.class)
                        .one())
                .truncatedTo(ChronoUnit.MILLIS);
    }
}
