package dev.parlance.conversation.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Which S3 keeps the sound, and how long it is waited for.
@ConfigMapping(prefix = "conversation.store")
public interface StoreConfig {
    /// Where this service reaches S3; the bucket is a part of the path, never of the host.
    URI url();

    /// Where clients reach the same S3, for the URLs that are signed for them; left out, the same.
    Optional<URI> publicUrl();

    @WithDefault("us-east-1")
    @NotBlank
    String region();

    /// Made at the start where it is missing.
    @WithDefault("parlance-audio")
    @NotBlank
    String bucket();

    /// Without keys every call of the store is answered as if S3 were away; turns are taken in all the same.
    Optional<String> accessKey();

    Optional<String> secretKey();

    /// An S3 that takes no connection for so long counts as away.
    @WithDefault("2s")
    Duration connectTimeout();

    /// An S3 that says nothing for so long counts as away.
    @WithDefault("10s")
    Duration readTimeout();

    /// How long one object may take on its way to S3, at the pace of whoever sends it.
    @WithDefault("2m")
    Duration transferTimeout();

    /// Calls under way at once; a further one is refused rather than kept waiting, so that an S3 that is slow holds
    /// only so many of the service's threads and turns go on.
    @WithDefault("32")
    @Min(1)
    @Max(1_000)
    int atOnce();
}
