package dev.parlance.analysis.analyzer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How languages are loaded.
@ConfigMapping(prefix = "parlance.languages")
public interface LanguageConfig {
    /// How long a turn waits for a language that is being loaded. After that Unicode's rules read it for the time
    /// being, and it is analysed again once the language is loaded.
    @WithDefault("0s")
    Duration loadTimeout();
}
