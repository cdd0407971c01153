package dev.parlance.conversation.speech.provider;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/// Creates a circuit breaker, with a gauge of its state, for each provider.
@ApplicationScoped
public class CircuitBreakers {
    private final CircuitBreakerConfig config;
    private final MeterRegistry registry;

    CircuitBreakers(CircuitBreakerConfig config, MeterRegistry registry) {
        this.config = config;
        this.registry = registry;
    }

    /// @param provider name in metrics and messages; create one breaker for each
    public CircuitBreaker of(String provider) {
        var breaker = new CircuitBreaker(provider, config);
        Gauge.builder("parlance.circuit.open", () -> breaker.isOpen() ? 1 : 0)
                .description("1 while an outside party is left in peace because it failed too often")
                .tag("provider", provider)
                .register(registry);
        return breaker;
    }
}
