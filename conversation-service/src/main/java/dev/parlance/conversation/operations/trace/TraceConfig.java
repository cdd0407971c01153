package dev.parlance.conversation.operations.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// The settings of tracing a turn through the pipeline.
@ConfigMapping(prefix = "parlance.trace")
public interface TraceConfig {
    /// How long a turn's event is searched for on its topic. After that the trace reports that Kafka did not respond.
    @WithDefault("1500ms")
    Duration searchTimeout();

    /// The most concurrent traces; further ones get 503.
    @WithDefault("8")
    @Min(1)
    @Max(100)
    int maxConcurrentTraces();
}
