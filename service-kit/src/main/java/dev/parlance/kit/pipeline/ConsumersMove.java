package dev.parlance.kit.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// The only thing that turns liveness down: a consumer that is stuck, the one fault that a restart heals.
@Liveness
@ApplicationScoped
class ConsumersMove implements HealthCheck {
    private final Watchdog watchdog;

    ConsumersMove(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    @Override
    public HealthCheckResponse call() {
        var stuck = watchdog.stuck();
        var response = HealthCheckResponse.named("consumers make progress").status(stuck.isEmpty());
        stuck.forEach(partition -> response.withData(partition.toString(), "stuck"));
        return response.build();
    }
}
