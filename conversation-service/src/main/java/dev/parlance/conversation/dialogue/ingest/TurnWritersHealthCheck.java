package dev.parlance.conversation.dialogue.ingest;

import dev.parlance.kit.admission.OutboxBacklog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Liveness: down if a thread that writes turns has ended, or if a request waits for `parlance.turn.stuck-timeout`
/// although the database answers. A restart heals both; it does not heal a database that is away.
@Liveness
@ApplicationScoped
class TurnWritersHealthCheck implements HealthCheck {
    private final TurnWriters writers;
    private final OutboxBacklog backlog;
    private final TurnConfig config;

    TurnWritersHealthCheck(TurnWriters writers, OutboxBacklog backlog, TurnConfig config) {
        this.writers = writers;
        this.backlog = backlog;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        Duration oldestWait = writers.oldestWait();
        boolean isStuck = backlog.isCurrent() && oldestWait.compareTo(config.stuckTimeout()) > 0;
        return HealthCheckResponse.named("turns are written")
                .status(writers.areAlive() && !isStuck)
                .withData("oldestWaitMillis", oldestWait.toMillis())
                .build();
    }
}
