package dev.parlance.analysis.language;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Languages whose dictionaries cannot be loaded until [#makeAvailable].
public final class UnavailableLanguages {
    private final AtomicBoolean unavailable = new AtomicBoolean();
    private final AtomicLong nanoTime = new AtomicLong();
    private final Languages available = new Languages();

    /// The languages to inject into the service.
    public Languages languages() {
        return new Languages(
                language -> {
                    if (unavailable.get()) {
                        throw new IllegalStateException("unavailable on purpose");
                    }
                    return available.tokenizerFor(language);
                },
                nanoTime::get);
    }

    public void makeUnavailable() {
        unavailable.set(true);
    }

    /// Advances the clock past the retry interval.
    public void makeAvailable() {
        unavailable.set(false);
        nanoTime.addAndGet(Duration.ofMinutes(2).toNanos());
    }
}
