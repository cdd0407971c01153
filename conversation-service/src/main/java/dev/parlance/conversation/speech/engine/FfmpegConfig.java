package dev.parlance.conversation.speech.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/// ffmpeg, if it is installed.
@ConfigMapping(prefix = "parlance.ffmpeg")
public interface FfmpegConfig {
    /// A path, or a name that is searched on the PATH.
    @WithDefault("ffmpeg")
    @NotBlank
    String command();

    /// The process is killed after this time.
    @WithDefault("20s")
    Duration timeout();
}
