package dev.parlance.conversation.speech.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;

/// Limits of synthesis and of the speech cache.
@ConfigMapping(prefix = "parlance.speech")
public interface SpeechConfig {
    /// Speeches that one instance makes at once; each may take some 24 MiB of memory.
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int workers();

    /// Speeches that wait for a worker; further requests are answered 503.
    @WithDefault("64")
    @Min(1)
    int queueCapacity();

    /// How long a request waits for a speech; the synthesis continues afterwards, and the next request finds its
    /// result.
    @WithDefault("30s")
    Duration requestTimeout();

    /// After this time the lock of a worker that died expires. A live worker renews its lock three times within it.
    @WithDefault("10s")
    Duration leaseDuration();

    /// Expired locks per speech before it is given up and waits for a person: a request that crashes its process
    /// must not do so for ever.
    @WithDefault("5")
    @Min(1)
    @Max(100)
    int maxAttempts();

    /// How often a speech is polled that another instance makes.
    @WithDefault("100ms")
    Duration pollInterval();

    /// Validity of a speech's URL.
    @WithDefault("15m")
    Duration urlValidity();

    /// Interval between comparisons of rows and objects of speech.
    @WithDefault("6h")
    Duration reconcileInterval();

    /// Characters that a tenant may have synthesized on a day (UTC); cached speech is free.
    @WithDefault("200000")
    @Min(0)
    long charactersPerDay();

    /// The limit of single tenants.
    Map<String, Long> tenantCharactersPerDay();
}
