package dev.parlance.analysis.turn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How languages are loaded.
@ConfigMapping(prefix = "parlance.languages")
public interface LanguageConfig {
    /// How long a turn waits for a language that is being loaded, before Unicode's plain rules read it for the time
    /// being and it is analysed again by itself.
    @WithDefault("0s")
    Duration patience();
}
