package dev.parlance.analysis.language;

import dev.parlance.analysis.language.text.Tokenizer;
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

/// One tokenizer per language, loaded on first use by a thread of its own: dictionaries take seconds. A failed load is
/// retried by the first use after [#RETRY_INTERVAL].
final class TokenizerRegistry {
    private static final Logger LOG = Logger.getLogger(TokenizerRegistry.class);
    private static final Duration RETRY_INTERVAL = Duration.ofMinutes(1);
    /// Makes a tokenizer open its dictionaries: some do so with their first text only.
    private static final String WARM_UP_TEXT = "a あ";

    private final Map<String, LoadAttempt> attempts = new ConcurrentHashMap<>();
    private final Function<String, Tokenizer> factory;
    private final LongSupplier nanoTime;

    private record LoadAttempt(CompletableFuture<Tokenizer> tokenizer, long startedNanos) {}

    /// @param factory creates the tokenizer of a language; may throw
    TokenizerRegistry(Function<String, Tokenizer> factory, LongSupplier nanoTime) {
        this.factory = factory;
        this.nanoTime = nanoTime;
    }

    /// Waits until the tokenizer is loaded.
    ///
    /// @throws IllegalStateException if it could not be loaded
    Tokenizer get(String language) {
        try {
            return loadingTokenizer(language).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The tokenizer of %s could not be loaded".formatted(language), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the tokenizer of %s was loaded".formatted(language), e);
        }
    }

    /// The tokenizer if it is loaded within the timeout; empty if it is not, or its load failed.
    Optional<Tokenizer> getWithin(String language, Duration timeout) {
        CompletableFuture<Tokenizer> loading = loadingTokenizer(language);
        if (loading.isDone()) {
            return loading.isCompletedExceptionally() ? Optional.empty() : Optional.of(loading.join());
        }
        try {
            return Optional.of(loading.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private CompletableFuture<Tokenizer> loadingTokenizer(String language) {
        LoadAttempt last = attempts.get(language);
        if (last == null || isRetryDue(last)) {
            last = attempts.compute(
                    language,
                    (_, current) -> current == null || isRetryDue(current) ? startLoading(language) : current);
        }
        return last.tokenizer();
    }

    private boolean isRetryDue(LoadAttempt last) {
        return last.tokenizer().isCompletedExceptionally()
                && nanoTime.getAsLong() - last.startedNanos() > RETRY_INTERVAL.toNanos();
    }

    private LoadAttempt startLoading(String language) {
        var loading = new CompletableFuture<Tokenizer>();
        Thread.ofPlatform().name("load-" + language).daemon().start(() -> load(language, loading));
        return new LoadAttempt(loading, nanoTime.getAsLong());
    }

    private void load(String language, CompletableFuture<Tokenizer> loading) {
        try {
            long started = nanoTime.getAsLong();
            Tokenizer loaded = factory.apply(language);
            loaded.tokenize(WARM_UP_TEXT);
            loading.complete(loaded);
            long millis = Duration.ofNanos(nanoTime.getAsLong() - started).toMillis();
            LOG.infof("event=language-loaded language=%s millis=%d", language, millis);
        } catch (RuntimeException | Error e) { // whoever waits for it must be answered
            loading.completeExceptionally(e);
            LOG.errorf(e, "event=language-not-loaded language=%s", language);
        }
    }
}
