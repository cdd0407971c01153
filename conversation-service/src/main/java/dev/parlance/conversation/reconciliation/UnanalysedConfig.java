package dev.parlance.conversation.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/// When a turn counts as forgotten, and how it is announced again.
@ConfigMapping(prefix = "conversation.unanalysed")
public interface UnanalysedConfig {
    /// A turn that has not been analysed for so long, as it was recorded or as it was heard, is announced again if
    /// the analysis has read past it; then after twice that time, and so on. Shorter: more is announced twice for
    /// nothing; longer: a learner's lost words are missing for that time.
    @WithDefault("10m")
    Duration after();

    /// How often turns are compared with what has been analysed.
    @WithDefault("10s")
    Duration check();

    /// How many are announced again at one check, so that healing never drowns what is said now.
    @WithDefault("2000")
    @Min(1)
    @Max(50_000)
    int atOnce();

    /// Whose reading is waited for: a turn that this consumer group has not come to yet is late, not lost.
    @WithDefault("${parlance.service.topic-prefix}analysis-service")
    @NotBlank
    String group();
}
