package dev.parlance.conversation.speech;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Speech that was asked for lately is found without the database: phrases that everybody hears are asked for again
/// and again. A speech that is there does not change; one that is taken away meanwhile is given out for a minute
/// more, as a URL that was signed before is.
@ApplicationScoped
class RecentSpeeches {
    private static final int MOST = 10_000;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Cache<String, Speech> recent =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    private final Speeches speeches;
    private final SpeechConfig config;
    private final Clock clock;

    RecentSpeeches(Speeches speeches, SpeechConfig config, Clock clock) {
        this.speeches = speeches;
        this.config = config;
        this.clock = clock;
    }

    /// The speech, if it is there and lasts as long as a URL to it.
    Optional<Speech> find(String hash) {
        Speech known = recent.getIfPresent(hash);
        if (known != null && known.lasts(clock.instant(), config.urlLife())) {
            return Optional.of(known);
        }
        Optional<Speech> found = speeches.find(hash);
        found.ifPresent(speech -> recent.put(hash, speech));
        return found;
    }
}
