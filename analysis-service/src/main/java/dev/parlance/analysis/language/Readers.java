package dev.parlance.analysis.language;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/// One reader a language, loaded when the language is first met, by a thread of its own: dictionaries take seconds.
/// One that could not be loaded is tried again a minute later.
final class Readers {
    private static final Logger LOG = Logger.getLogger(Readers.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);
    /// The first text makes a reader open its dictionaries.
    private static final String FIRST_TEXT = "a あ";

    private final Map<String, Try> tries = new ConcurrentHashMap<>();
    private final Function<String, WordReader> reader;
    private final LongSupplier nanoTime;

    private record Try(CompletableFuture<WordReader> reader, long begun) {}

    /// @param reader makes the reader of a language; it may throw
    Readers(Function<String, WordReader> reader, LongSupplier nanoTime) {
        this.reader = reader;
        this.nanoTime = nanoTime;
    }

    /// The reader, however long that takes.
    ///
    /// @throws IllegalStateException if it could not be loaded
    WordReader get(String language) {
        try {
            return loading(language).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The reader of %s could not be loaded".formatted(language), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the reader of %s was loaded".formatted(language), e);
        }
    }

    /// The reader if it is there within this time; empty if it is not, or could not be loaded.
    Optional<WordReader> within(String language, Duration patience) {
        CompletableFuture<WordReader> loading = loading(language);
        if (loading.isDone()) {
            return loading.isCompletedExceptionally() ? Optional.empty() : Optional.of(loading.join());
        }
        try {
            return Optional.of(loading.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private CompletableFuture<WordReader> loading(String language) {
        Try last = tries.get(language);
        if (last == null || isOver(last)) {
            last = tries.compute(language, (_, now) -> now == null || isOver(now) ? begin(language) : now);
        }
        return last.reader();
    }

    private boolean isOver(Try last) {
        return last.reader().isCompletedExceptionally()
                && nanoTime.getAsLong() - last.begun() > BETWEEN_TRIES.toNanos();
    }

    private Try begin(String language) {
        var loading = new CompletableFuture<WordReader>();
        Thread.ofPlatform().name("load-" + language).daemon().start(() -> load(language, loading));
        return new Try(loading, nanoTime.getAsLong());
    }

    private void load(String language, CompletableFuture<WordReader> loading) {
        try {
            long begun = nanoTime.getAsLong();
            WordReader loaded = reader.apply(language);
            loaded.words(FIRST_TEXT);
            loading.complete(loaded);
            long millis = Duration.ofNanos(nanoTime.getAsLong() - begun).toMillis();
            LOG.infof("event=language-loaded language=%s millis=%d", language, millis);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            loading.completeExceptionally(e);
            LOG.errorf(e, "event=language-not-loaded language=%s", language);
        }
    }
}
