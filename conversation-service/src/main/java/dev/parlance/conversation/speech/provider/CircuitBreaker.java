package dev.parlance.conversation.speech.provider;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/// Opens when too many of a provider's last calls failed: further calls fail at once, until after a while one call
/// tests the provider again. A rejected request is no failure of the provider.
public final class CircuitBreaker {
    private final String provider;
    private final Duration openDuration;
    private final Guard guard;
    private volatile boolean open;

    CircuitBreaker(String provider, CircuitBreakerConfig config) {
        this.provider = provider;
        this.openDuration = config.openDuration();
        this.guard = Guard.create()
                .withDescription(provider)
                .withCircuitBreaker()
                .requestVolumeThreshold(config.requestVolumeThreshold())
                .failureRatio(config.failureRatio())
                .delay(config.openDuration().toMillis(), ChronoUnit.MILLIS)
                .skipOn(ProviderFailure.Rejected.class)
                .onStateChange(state -> open = state == CircuitBreakerState.OPEN)
                .done()
                .build();
    }

    /// @throws ProviderFailure what the call threw, or that the circuit is open
    public <T> T call(Class<T> type, Supplier<T> work) {
        try {
            return guard.get(work, type);
        } catch (CircuitBreakerOpenException _) {
            throw ProviderFailure.Unavailable.circuitOpen(provider, openDuration);
        }
    }

    /// Whether the circuit is open; it stays so until the first call after the open duration.
    boolean isOpen() {
        return open;
    }
}
