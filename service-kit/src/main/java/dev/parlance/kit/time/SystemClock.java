package dev.parlance.kit.time;

import dev.parlance.kit.failpoint.FaultProfile;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// Offers the system's clock in UTC, to the millisecond: the resolution of every instant that Parlance stores or
/// sends. In a fault test it may be wrong by hours.
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
