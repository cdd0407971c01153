package dev.parlance.conversation.audio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// How sound is let in, and how long it is kept.
@ConfigMapping(prefix = "conversation.audio")
public interface AudioConfig {
    /// A learner's sound of more bytes than this is refused. Larger needs a larger
    /// `quarkus.http.limits.max-body-size`.
    @WithDefault("26214400")
    @Min(1)
    long maxBytes();

    /// How long a signed URL holds, for bytes on their way in or out. Whoever has it needs nothing else, so the
    /// service does not start with more.
    @WithDefault("5m")
    @DurationMin(seconds = 1, message = "must be a second or more")
    @DurationMax(minutes = 5, message = "must be 5 minutes or less: whoever has a signed URL needs nothing else")
    Duration urlValidity();

    /// An upload that nobody has told of for so long is given up, and what was stored is removed.
    @WithDefault("1h")
    Duration pending();

    /// Sound that goes through the service at once, in either direction; a further one is answered 503, so that slow
    /// clients hold only so many of its threads.
    @WithDefault("16")
    @Min(1)
    @Max(1_000)
    int streams();

    /// How soon sound is looked at again that could not be looked at because S3 was away.
    @WithDefault("5s")
    Duration check();

    /// How long sound is kept, from when it became available.
    Retention retention();

    /// The same for single tenants, by their names.
    Map<String, Retention> tenants();

    /// What is kept for how long; the speech cache is kept for good.
    interface Retention {
        /// As it was recorded.
        @WithDefault("90d")
        Duration raw();

        /// What was made of it.
        @WithDefault("30d")
        Duration processed();
    }

    /// How the sound is cleaned up.
    Sweep sweep();

    interface Sweep {
        /// How long after the last one it begins by itself, over all instances; `off` for never.
        @WithDefault("6h")
        String every();

        /// Objects and rows looked at in one step; between two steps a sweep can change its instance.
        @WithDefault("500")
        @Min(1)
        @Max(1_000)
        int step();

        /// What is younger than this is not an orphan: its row, or its object, may be on its way.
        @WithDefault("1h")
        Duration grace();
    }
}
