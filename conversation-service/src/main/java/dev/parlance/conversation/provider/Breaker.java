package dev.parlance.conversation.provider;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/// Spares an outside party that fails, and those who would wait for it: once too many of its last calls have failed,
/// nobody asks it for a while, and then one call tries whether it is back. What it refuses for good is no failure of
/// its own.
public final class Breaker {
    private final String provider;
    private final Duration rest;
    private final Guard guard;
    private volatile boolean open;

    Breaker(String provider, ProviderConfig config) {
        this.provider = provider;
        this.rest = config.rest();
        this.guard = Guard.create()
                .withDescription(provider)
                .withCircuitBreaker()
                .requestVolumeThreshold(config.window())
                .failureRatio(config.failures())
                .delay(config.rest().toMillis(), ChronoUnit.MILLIS)
                .skipOn(ProviderFailure.Refused.class)
                .onStateChange(state -> open = state == CircuitBreakerState.OPEN)
                .done()
                .build();
    }

    /// @throws ProviderFailure what the call threw; or that nobody was asked, at once
    public <T> T call(Class<T> type, Supplier<T> asked) {
        try {
            return guard.get(asked, type);
        } catch (CircuitBreakerOpenException _) {
            throw ProviderFailure.Away.resting(provider, rest);
        }
    }

    /// Whether it is left in peace; it stays so until somebody asks for it after the rest.
    boolean isOpen() {
        return open;
    }
}
