package dev.parlance.conversation.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// How streams are kept.
@ConfigMapping(prefix = "conversation.live")
public interface LiveConfig {
    /// Streams that this instance keeps open at most; a further one is answered 503.
    @WithDefault("5000")
    @Min(1)
    int streams();

    /// How often a stream says that it is still there, and at which position. Longer than a proxy waits, and it closes
    /// quiet streams.
    @WithDefault("15s")
    Duration heartbeat();

    /// How long a client may take to read what it was sent before its stream is closed. It resumes where it was.
    @WithDefault("15s")
    Duration patience();

    /// Bytes that wait for a client to read them, about; the rest waits in the database.
    @WithDefault("32768")
    @Min(1_024)
    @Max(1_048_576)
    int buffer();

    /// How long events are kept. Who comes back later has to read the state anew.
    @WithDefault("24h")
    Duration kept();

    /// How often old events are removed.
    @WithDefault("1m")
    Duration sweep();

    /// How often the database is asked for news that no notification has told of: the longest delay behind a pooler
    /// that drops notifications, and the price of each instance at rest.
    @WithDefault("1s")
    Duration poll();

    /// How long a batch of events that nobody waits for makes the next one wait for company; see [Company].
    @WithDefault("200ms")
    Duration rest();

    /// The longest wait that `Prefer: wait` is given; a longer one is cut to it.
    @WithDefault("5s")
    Duration longestWait();

    /// Requests that wait by `Prefer: wait` at most; a further one is answered at once.
    @WithDefault("500")
    @Min(0)
    int waits();
}
