package dev.parlance.kit.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/// Limits of requests at one instance.
@ConfigMapping(prefix = "parlance.request")
public interface RequestConfig {
    /// The most requests that wait for a worker thread; further ones get 503. Too small: a short burst is refused; too
    /// large: they get too old in the queue, and are refused later.
    @WithDefault("400")
    @Min(1)
    int maxQueuedRequests();

    /// A request that has waited longer for a thread, or for its turn to be written, gets 503 instead of being served.
    /// Should be shorter than the timeout of clients: the service would work for clients that have gone.
    @WithDefault("5s")
    @DurationMin(millis = 1)
    Duration maxQueueTime();

    /// The least bytes a second at which a client must send a body, where a worker thread reads it, and read a
    /// response. Too large: learners on a poor line are cut off; too small: slow clients hold threads for long.
    @WithDefault("4096")
    @Min(1)
    long minTransferRate();

    /// How far a client may fall behind the minimal rate before it is cut off.
    @WithDefault("10s")
    @DurationMin(millis = 1)
    Duration transferGracePeriod();
}
