package dev.parlance.conversation.peer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Where the other services are.
@ConfigMapping(prefix = "conversation.peer")
public interface PeerConfig {
    /// Where analysis-service answers.
    URI analysisUrl();

    /// Where summary-service answers.
    URI summaryUrl();

    /// How long each is waited for.
    @WithDefault("1500ms")
    Duration patience();
}
