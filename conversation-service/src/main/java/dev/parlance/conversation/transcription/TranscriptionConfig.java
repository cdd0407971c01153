package dev.parlance.conversation.transcription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How the jobs are done.
@ConfigMapping(prefix = "conversation.transcription")
public interface TranscriptionConfig {
    /// Sounds that one instance has transcribed at the same time.
    @WithDefault("2")
    @Min(1)
    @Max(64)
    int workers();

    /// How often jobs are looked for that another instance left, or that are to be tried again; new ones begin at
    /// once.
    @WithDefault("1s")
    Duration check();

    /// Tries in vain before a job counts as failed and waits for a person; one that takes its process with it
    /// counts.
    @WithDefault("10")
    @Min(1)
    @Max(100)
    int tries();

    /// After the first try in vain; twice as long after the next, and so on.
    @WithDefault("5s")
    Duration pause();

    @WithDefault("15m")
    Duration longestPause();
}
