package dev.parlance.conversation.testing;

import dev.parlance.kit.testing.MovableClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Replaces the clock by one that tests can set.
@ApplicationScoped
public class TestClock {
    private static final MovableClock CLOCK = new MovableClock();

    @Produces
    @Singleton
    Clock clock() {
        return CLOCK;
    }

    public static MovableClock get() {
        return CLOCK;
    }
}
