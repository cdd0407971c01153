package dev.parlance.conversation.provider;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/// A breaker for each outside party, and a gauge that says which of them rest.
@ApplicationScoped
public class Breakers {
    private final ProviderConfig config;
    private final MeterRegistry registry;

    Breakers(ProviderConfig config, MeterRegistry registry) {
        this.config = config;
        this.registry = registry;
    }

    /// @param provider its name in metrics and messages; asked for once each
    public Breaker of(String provider) {
        var breaker = new Breaker(provider, config);
        Gauge.builder("parlance.provider.resting", () -> breaker.isOpen() ? 1 : 0)
                .description("1 while an outside party is left in peace because it failed too often")
                .tag("provider", provider)
                .register(registry);
        return breaker;
    }
}
