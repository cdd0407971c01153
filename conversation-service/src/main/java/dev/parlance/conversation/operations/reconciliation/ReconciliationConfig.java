package dev.parlance.conversation.operations.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/// When the events of an unanalysed turn are published again.
@ConfigMapping(prefix = "parlance.reconciliation")
public interface ReconciliationConfig {
    /// The events of a turn or a transcript that has not been analysed for this long are published again if the
    /// analysis has read past them; then after twice that time, and so on. Shorter: more events are published twice
    /// for nothing. Longer: lost words of a learner are missing for longer.
    @WithDefault("10m")
    Duration reannounceAfter();

    /// How often turns are compared with their analyses.
    @WithDefault("10s")
    Duration checkInterval();

    /// The most turns whose events are published again at one check, so that repair does not delay new turns.
    @WithDefault("2000")
    @Min(1)
    @Max(50_000)
    int maxReannouncedTurns();

    /// The consumer group of the analysis. A turn that it has not read yet is late, not lost.
    @WithDefault("${parlance.service.topic-prefix}analysis-service")
    @NotBlank
    String consumerGroup();
}
