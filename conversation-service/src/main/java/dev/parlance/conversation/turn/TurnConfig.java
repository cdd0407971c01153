package dev.parlance.conversation.turn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How turns are written.
@ConfigMapping(prefix = "conversation.turn")
public interface TurnConfig {
    /// Threads that write, each with one connection. A second one joins only while a full transaction waits: otherwise
    /// it would do no more than halve the groups.
    @WithDefault("2")
    @Min(1)
    @Max(64)
    int writers();

    /// Turns that share a transaction at most; a request with more has one of its own.
    @WithDefault("1000")
    @Min(1)
    @Max(5_000)
    int group();

    /// Requests that wait at most; further ones are answered 503.
    @WithDefault("2048")
    @Min(1)
    int waiting();

    /// How long a request is tried again while the database is away, before it is answered 503.
    @WithDefault("5s")
    Duration patience();
}
