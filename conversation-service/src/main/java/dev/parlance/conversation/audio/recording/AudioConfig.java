package dev.parlance.conversation.audio.recording;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// Limits and retention of recorded audio.
@ConfigMapping(prefix = "parlance.audio")
public interface AudioConfig {
    /// Larger audio is refused. A higher value also needs a higher `quarkus.http.limits.max-body-size`.
    @WithDefault("26214400")
    @Min(1)
    long maxBytes();

    /// Validity of signed upload and download URLs. A signed URL is a credential, so the service does not start with
    /// a longer one.
    @WithDefault("5m")
    @DurationMin(seconds = 1, message = "must be a second or more")
    @DurationMax(minutes = 5, message = "must be 5 minutes or less: whoever has a signed URL needs nothing else")
    Duration urlValidity();

    /// An upload that was not reported within this time is given up, and its object is removed.
    @WithDefault("1h")
    Duration uploadTimeout();

    /// Uploads of one side of a turn that may be requested within `uploadTimeout`; a further one is refused. Each is
    /// a row, and a permission to store `maxBytes`. Too small: a client that tries again after failures is refused.
    @WithDefault("20")
    @Min(1)
    @Max(1_000)
    int maxUploadsPerSide();

    /// Concurrent uploads through the service, and as many downloads beside them; further ones are answered 503, so
    /// that slow clients occupy a bounded number of threads.
    @WithDefault("32")
    @Min(1)
    @Max(1_000)
    int maxConcurrentStreams();

    /// Of these, how many one client address may have in each direction, so that a single client cannot keep the others
    /// away. Behind a gateway that does not forward addresses, all clients are one.
    @WithDefault("16")
    @Min(1)
    @Max(1_000)
    int maxConcurrentStreamsPerClient();

    /// Concurrent checks of reported uploads on request of clients; further ones are answered 503 and checked later by
    /// the service itself, which needs no place among them.
    @WithDefault("8")
    @Min(1)
    @Max(1_000)
    int maxConcurrentChecks();

    /// Interval after which an upload is checked again that could not be checked because S3 was unavailable.
    @WithDefault("5s")
    Duration checkInterval();

    /// How long audio is kept, counted from when it became available.
    RetentionConfig retention();

    /// Retention of single tenants, by their names.
    Map<String, RetentionConfig> tenants();

    /// Retention per class of object; the speech cache has none.
    interface RetentionConfig {
        /// Of recordings.
        @WithDefault("90d")
        Duration raw();

        /// Of what was derived from recordings.
        @WithDefault("30d")
        Duration processed();
    }

    /// How expired and orphaned audio is removed.
    SweepConfig sweep();

    interface SweepConfig {
        /// Time between two automatic sweeps, over all instances; `off` for none.
        @WithDefault("6h")
        String interval();

        /// Objects and rows per step; between two steps another instance can take a sweep over.
        @WithDefault("500")
        @Min(1)
        @Max(1_000)
        int batchSize();

        /// Younger objects and rows do not count as orphans: the other half may not be written yet.
        @WithDefault("1h")
        Duration gracePeriod();

        /// How far the clocks of database and S3 may differ: objects and rows count as younger by this time.
        @WithDefault("15m")
        Duration clockMargin();
    }
}
