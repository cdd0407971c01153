package dev.parlance.kit.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Liveness: down if a consumer hangs, the only fault that a restart heals.
@Liveness
@ApplicationScoped
class StuckConsumerHealthCheck implements HealthCheck {
    private final ConsumerWatchdog watchdog;

    StuckConsumerHealthCheck(ConsumerWatchdog watchdog) {
        this.watchdog = watchdog;
    }

    @Override
    public HealthCheckResponse call() {
        var stuck = watchdog.hanging();
        var response = HealthCheckResponse.named("consumers make progress").status(stuck.isEmpty());
        stuck.forEach(partition -> response.withData(partition.toString(), "stuck"));
        return response.build();
    }
}
