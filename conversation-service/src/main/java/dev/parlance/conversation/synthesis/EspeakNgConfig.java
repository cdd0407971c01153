package dev.parlance.conversation.synthesis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/// espeak-ng, where it is installed.
@ConfigMapping(prefix = "conversation.espeak-ng")
public interface EspeakNgConfig {
    /// Looked for on the PATH, unless it is a path.
    @WithDefault("espeak-ng")
    @NotBlank
    String command();

    /// It is killed when it takes longer.
    @WithDefault("10s")
    Duration patience();
}
