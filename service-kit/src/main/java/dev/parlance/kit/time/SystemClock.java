package dev.parlance.kit.time;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/// Offers the system's clock in UTC, to the millisecond: the resolution of every instant that Parlance stores or
/// sends. In a fault test it may be wrong by hours.
@Dependent
class SystemClock {
    private static final String FAULTS = "faults";

    @Produces
    @Singleton
    @DefaultBean
    Clock clock(ClockConfig config) {
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        return ConfigUtils.isProfileActive(FAULTS) ? Clock.offset(clock, config.shift()) : clock;
    }
}
