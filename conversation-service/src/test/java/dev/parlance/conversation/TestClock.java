package dev.parlance.conversation;

import dev.parlance.kit.testing.MovableClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Puts a clock that tests can move in the place of the system's.
@ApplicationScoped
class TestClock {
    private static final MovableClock CLOCK = new MovableClock();

    @Produces
    @Singleton
    Clock clock() {
        return CLOCK;
    }

    static MovableClock get() {
        return CLOCK;
    }
}
