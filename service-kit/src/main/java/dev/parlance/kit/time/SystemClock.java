package dev.parlance.kit.time;

import dev.parlance.kit.failpoint.FaultProfile;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// Provides the system clock in UTC, in milliseconds: the resolution of every instant that Parlance stores or sends.
/// A fault test may shift it by hours.
@Dependent
class SystemClock {
    @Produces
    @Singleton
    @DefaultBean
    Clock clock(ClockConfig config) {
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        return FaultProfile.isActive() ? Clock.offset(clock, config.shift()) : clock;
    }
}
