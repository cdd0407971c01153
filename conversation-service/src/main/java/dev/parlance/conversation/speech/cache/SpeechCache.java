package dev.parlance.conversation.speech.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Caches recent speeches in memory, because common phrases are requested again and again. Speech never changes; one
/// whose row is deleted is still answered for up to a minute, as is a URL that was signed before.
@ApplicationScoped
public class SpeechCache {
    private static final int MAX_ENTRIES = 10_000;

    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

    private final Cache<String, Speech> recent = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterWrite(TIME_TO_LIVE)
            .build();
    private final Speeches speeches;
    private final SpeechConfig config;
    private final Clock clock;

    SpeechCache(Speeches speeches, SpeechConfig config, Clock clock) {
        this.speeches = speeches;
        this.config = config;
        this.clock = clock;
    }

    /// The speech, if it exists and outlives a URL that is signed now.
    public Optional<Speech> find(String hash) {
        Speech known = recent.getIfPresent(hash);
        if (known != null && known.isValidFor(clock.instant(), config.urlValidity())) {
            return Optional.of(known);
        }
        Optional<Speech> stored = speeches.find(hash);
        stored.ifPresent(speech -> recent.put(hash, speech));
        return stored;
    }
}
