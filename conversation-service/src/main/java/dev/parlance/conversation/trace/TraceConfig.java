package dev.parlance.conversation.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;

/// Whom a trace asks.
@ConfigMapping(prefix = "conversation.trace")
public interface TraceConfig {
    /// Where analysis-service answers.
    URI analysisUrl();

    /// Where summary-service answers.
    URI summaryUrl();

    /// How long each is waited for; one that does not answer in time is named in the trace.
    @WithDefault("1500ms")
    Duration patience();

    /// Traces at once; further ones are answered 503.
    @WithDefault("8")
    @Min(1)
    @Max(100)
    int atOnce();
}
