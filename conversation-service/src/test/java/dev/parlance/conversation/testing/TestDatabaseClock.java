package dev.parlance.conversation.testing;

import dev.parlance.kit.time.DatabaseClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;

/// The database's clock, which a test can move forward: what is stored grows older by it.
@Singleton
public class TestDatabaseClock extends DatabaseClock {
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    TestDatabaseClock(Jdbi jdbi) {
        super(jdbi);
    }

    public static void advance(Duration by) {
        AHEAD.accumulateAndGet(by, Duration::plus);
    }

    public static void reset() {
        AHEAD.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return super.instant().plus(AHEAD.get());
    }
}
