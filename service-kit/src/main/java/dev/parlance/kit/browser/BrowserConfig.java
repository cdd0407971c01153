package dev.parlance.kit.browser;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/// Which names of this service a browser may use.
@ConfigMapping(prefix = "parlance.http")
public interface BrowserConfig {
    /// Public names, without port, besides `localhost` and all IP addresses; `*` for any. Requests under other names
    /// are refused. By default none where the service listens on a loopback address, and any elsewhere.
    Optional<List<String>> allowedHosts();
}
