package dev.parlance.kit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/// Names of this service and of its topics.
@ConfigMapping(prefix = "parlance.service")
public interface ServiceConfig {
    /// Last part of `ce_source`: `/parlance/<name>`.
    @NotBlank
    String name();

    /// Prefix of the names of all topics, so that several installations can share a broker.
    @WithDefault("parlance.")
    @Pattern(regexp = "[a-zA-Z0-9._-]{0,60}")
    String topicPrefix();
}
