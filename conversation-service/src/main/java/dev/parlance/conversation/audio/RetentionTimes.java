package dev.parlance.conversation.audio;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// How long a tenant's sound is kept: as for everybody, unless it has settings of its own.
@ApplicationScoped
class RetentionTimes {
    private final AudioConfig config;

    RetentionTimes(AudioConfig config) {
        this.config = config;
    }

    /// As it was recorded.
    Duration raw(String tenant) {
        return config.tenants().getOrDefault(tenant, config.retention()).raw();
    }
}
