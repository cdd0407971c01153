package dev.parlance.conversation.dialogue.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// The addresses of the other services.
@ConfigMapping(prefix = "parlance.peer")
public interface PeerConfig {
    /// The base URL of analysis-service.
    URI analysisUrl();

    /// The base URL of summary-service.
    URI summaryUrl();

    /// The timeout of one request, body included.
    @WithDefault("1500ms")
    Duration requestTimeout();
}
