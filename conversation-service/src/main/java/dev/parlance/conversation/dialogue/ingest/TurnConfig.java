package dev.parlance.conversation.dialogue.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// The settings of the group commit that writes turns.
@ConfigMapping(prefix = "parlance.turn")
public interface TurnConfig {
    /// Threads that write, each with one connection. A second thread writes only while a full transaction waits;
    /// otherwise it would only halve the groups.
    @WithDefault("2")
    @Min(1)
    @Max(64)
    int writers();

    /// The most turns that share a transaction; a request with more gets a transaction of its own.
    @WithDefault("1000")
    @Min(1)
    @Max(5_000)
    int maxGroupTurns();

    /// The most bytes of turns that share a transaction; a request with more gets a transaction of its own. A
    /// transaction takes about ten times as much memory.
    @WithDefault("4194304")
    @Min(1)
    long maxGroupBytes();

    /// The most requests that wait; further ones get 503.
    @WithDefault("2048")
    @Min(1)
    int maxWaitingRequests();

    /// The most bytes of turns that wait; further requests get 503.
    @WithDefault("8388608")
    @Min(1)
    long maxWaitingBytes();

    /// How long a request may wait for its transaction, or the transaction last, while the database answers, before
    /// the service reports that it is not alive. Shorter than the timeouts of a transaction: needless restarts.
    @WithDefault("5m")
    Duration stuckTimeout();

    /// How long a write is retried while the database is down, before the request gets 503.
    @WithDefault("5s")
    Duration writeRetryTimeout();
}
