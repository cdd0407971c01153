package dev.parlance.conversation.speech.transcription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// Workers and retries of transcription.
@ConfigMapping(prefix = "parlance.transcription")
public interface TranscriptionConfig {
    /// Jobs that one instance runs at once.
    @WithDefault("2")
    @Min(1)
    @Max(64)
    int workers();

    /// How often jobs are polled that are due for a retry or whose worker died; new ones start at once.
    @WithDefault("1s")
    Duration pollInterval();

    /// Attempts before a job fails and waits for a person; one that crashes its process counts.
    @WithDefault("10")
    @Min(1)
    @Max(100)
    int maxAttempts();

    /// Delay after the first failed attempt; doubles with each further one.
    @WithDefault("5s")
    Duration initialBackoff();

    @WithDefault("15m")
    Duration maxBackoff();
}
