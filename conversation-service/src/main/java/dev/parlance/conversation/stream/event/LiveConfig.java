package dev.parlance.conversation.stream.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// The settings of live streams and of the wait for an analysis.
@ConfigMapping(prefix = "parlance.live")
public interface LiveConfig {
    /// The most open streams on this instance; a further one gets 503.
    @WithDefault("5000")
    @Min(1)
    int maxStreams();

    /// The most open streams of one learner on this instance; a further one is refused with 429. A person has a few
    /// devices; a dashboard may open one for each of its windows.
    @WithDefault("100")
    @Min(1)
    int maxStreamsPerLearner();

    /// About the most learners without a conversation to whom streams are open, over all instances; a further one gets
    /// 503 until its learner has a conversation. Anybody can ask for a learner who does not exist, and each has a
    /// row while the stream is open.
    @WithDefault("5000")
    @Min(0)
    int maxUnknownLearners();

    /// How often an idle stream sends its position. It must be shorter than the idle timeout of any proxy in between.
    @WithDefault("15s")
    Duration heartbeatInterval();

    /// How long a client may take to read what was sent before its stream is closed. It can resume where it was.
    @WithDefault("15s")
    Duration slowClientTimeout();

    /// About how many bytes are buffered for a client that reads slowly; the rest stays in the database.
    @WithDefault("32768")
    @Min(1_024)
    @Max(1_048_576)
    int writeBufferBytes();

    /// How long live events are stored. A client that reconnects later must read the state again.
    @WithDefault("24h")
    Duration retention();

    /// How often expired events are deleted.
    @WithDefault("1m")
    Duration cleanupInterval();

    /// How often the database is polled for events whose notification was lost. It is the longest delay behind a
    /// connection pooler that drops notifications, and the load of each idle instance.
    @WithDefault("1s")
    Duration pollInterval();

    /// The delay after a small batch while there are no live subscribers; see [AdaptiveBatchDelay].
    @WithDefault("200ms")
    Duration idleBatchDelay();

    /// The longest wait of `Prefer: wait`; a longer one is shortened to it.
    @WithDefault("5s")
    Duration maxWait();

    /// The most requests that wait by `Prefer: wait`; a further one does not wait.
    @WithDefault("500")
    @Min(0)
    int maxWaitingRequests();
}
