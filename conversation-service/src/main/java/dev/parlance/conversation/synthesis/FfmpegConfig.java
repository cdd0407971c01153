package dev.parlance.conversation.synthesis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/// ffmpeg, where it is installed.
@ConfigMapping(prefix = "conversation.ffmpeg")
public interface FfmpegConfig {
    /// Looked for on the PATH, unless it is a path.
    @WithDefault("ffmpeg")
    @NotBlank
    String command();

    /// It is killed when it takes longer.
    @WithDefault("20s")
    Duration patience();
}
