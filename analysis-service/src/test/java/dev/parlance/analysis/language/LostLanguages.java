package dev.parlance.analysis.language;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Languages whose dictionaries cannot be loaded for a time.
public final class LostLanguages {
    private final AtomicBoolean lost = new AtomicBoolean();
    private final AtomicLong nanos = new AtomicLong();
    private final Languages whole = new Languages();

    /// The languages as the service has them.
    public Languages languages() {
        return new Languages(
                language -> {
                    if (lost.get()) {
                        throw new IllegalStateException("lost on purpose");
                    }
                    return whole.readerFor(language);
                },
                nanos::get);
    }

    public void lose() {
        lost.set(true);
    }

    /// Found again, long enough after the last try.
    public void find() {
        lost.set(false);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
    }
}
