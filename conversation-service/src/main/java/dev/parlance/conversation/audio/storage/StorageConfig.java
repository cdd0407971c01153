package dev.parlance.conversation.audio.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The S3 for audio, and its timeouts.
@ConfigMapping(prefix = "parlance.storage")
public interface StorageConfig {
    /// Where this service reaches S3; the bucket is part of the path, never of the host (path-style).
    URI url();

    /// Where clients reach the same S3, for signed URLs; by default the same URL.
    Optional<URI> publicUrl();

    @WithDefault("us-east-1")
    @NotBlank
    String region();

    /// Created at the start if it does not exist and the database has no audio.
    @WithDefault("parlance-audio")
    @NotBlank
    String bucket();

    /// Without keys every call fails as if S3 were unavailable; turns are accepted all the same.
    Optional<String> accessKey();

    Optional<String> secretKey();

    /// After this time without a connection S3 counts as unavailable.
    @WithDefault("2s")
    Duration connectTimeout();

    /// After this time without data S3 counts as unavailable.
    @WithDefault("10s")
    Duration readTimeout();

    /// Limit for the upload of one object to S3, at the client's pace.
    @WithDefault("2m")
    Duration transferTimeout();

    /// Time between two marks in the bucket, by which a restored database is recognised: of what was stored since the
    /// last mark before a backup, it cannot be.
    @WithDefault("1m")
    Duration markInterval();

    /// Concurrent calls; further ones are refused at once instead of queued, so that a slow S3 occupies a bounded
    /// number of threads and turns are still served. An upload through the service is one call as long as it lasts:
    /// must be well above `parlance.audio.max-concurrent-streams`, or uploads keep all other calls away.
    @WithDefault("64")
    @Min(1)
    @Max(1_000)
    int maxConcurrentCalls();
}
