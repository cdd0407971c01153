package dev.parlance.analysis.language;

import dev.parlance.analysis.language.text.Tokenizer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Languages in which tokenizing a text with [#WORD] takes until [#release], once [#hang] was called.
public final class HangingLanguages {
    public static final String WORD = "lentement";

    private final Languages real = new Languages();
    private final AtomicInteger hanging = new AtomicInteger();
    private volatile CountDownLatch released = new CountDownLatch(0);

    /// The languages to inject into the service.
    public Languages languages() {
        return new Languages(this::tokenizer, System::nanoTime);
    }

    public void hang() {
        released = new CountDownLatch(1);
    }

    public void release() {
        released.countDown();
    }

    /// How many threads have begun to wait since the start.
    public int hanging() {
        return hanging.get();
    }

    private Tokenizer tokenizer(String language) {
        Tokenizer tokenizer = real.tokenizerFor(language);
        return text -> {
            awaitRelease(text);
            return tokenizer.tokenize(text);
        };
    }

    private void awaitRelease(String text) {
        if (text.contains(WORD) && released.getCount() > 0) {
            hanging.incrementAndGet();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
