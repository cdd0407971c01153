package dev.parlance.conversation.speech;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;

/// How speech is made and given out.
@ConfigMapping(prefix = "conversation.speech")
public interface SpeechConfig {
    /// Speeches that one instance makes at the same time; each may hold some 24 MiB of memory.
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int makers();

    /// Speeches that wait to be made; for further ones requests are answered 503.
    @WithDefault("64")
    @Min(1)
    int waiting();

    /// How long a request waits for a speech at most; it is made to its end all the same, and the next request
    /// finds it.
    @WithDefault("30s")
    Duration patience();

    /// When a maker that died is succeeded. One that lives renews its claim three times in this time.
    @WithDefault("10s")
    Duration lease();

    /// Makers of one speech that may be gone before its end until nobody tries any more and a person has to look:
    /// what takes its process with it must not do so for ever.
    @WithDefault("5")
    @Min(1)
    @Max(100)
    int tries();

    /// How often a speech is looked for that another instance makes.
    @WithDefault("100ms")
    Duration look();

    /// How long a URL of a speech may be used.
    @WithDefault("15m")
    Duration urlLife();

    /// How often rows and objects of speech are compared, so that what lost its other half goes.
    @WithDefault("6h")
    Duration heal();

    /// Characters that are spoken anew for a tenant on a day (UTC); speech that is there costs nothing.
    @WithDefault("200000")
    @Min(0)
    long charactersPerDay();

    /// The same for single tenants.
    Map<String, Long> tenantCharactersPerDay();
}
