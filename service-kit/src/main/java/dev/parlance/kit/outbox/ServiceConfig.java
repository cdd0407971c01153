package dev.parlance.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/// Who this service is among the others.
@ConfigMapping(prefix = "parlance.service")
public interface ServiceConfig {
    /// As in `ce_source`: `/parlance/<name>`.
    @NotBlank
    String name();

    /// What every topic's name begins with, so that several installations can share a broker.
    @WithDefault("parlance.")
    @Pattern(regexp = "[a-zA-Z0-9._-]{0,60}")
    String topicPrefix();
}
