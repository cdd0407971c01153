package dev.parlance.conversation.audio.retention;

import dev.parlance.conversation.audio.recording.AudioConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Retention by tenant: the tenant's own setting, else the general one.
@ApplicationScoped
public class RetentionPeriods {
    private final AudioConfig config;

    RetentionPeriods(AudioConfig config) {
        this.config = config;
    }

    /// Of recordings.
    public Duration raw(String tenant) {
        return config.tenants().getOrDefault(tenant, config.retention()).raw();
    }
}
