package dev.parlance.conversation.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How turns are traced.
@ConfigMapping(prefix = "conversation.trace")
public interface TraceConfig {
    /// How long a turn's event is looked for on its topic; where that takes longer, the trace says that Kafka did not
    /// answer.
    @WithDefault("1500ms")
    Duration patience();

    /// Traces at once; further ones are answered 503.
    @WithDefault("8")
    @Min(1)
    @Max(100)
    int atOnce();
}
