package dev.parlance.conversation.speech.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/// espeak-ng, if it is installed.
@ConfigMapping(prefix = "parlance.espeak-ng")
public interface EspeakNgConfig {
    /// A path, or a name that is searched on the PATH.
    @WithDefault("espeak-ng")
    @NotBlank
    String command();

    /// The process is killed after this time.
    @WithDefault("10s")
    Duration timeout();
}
