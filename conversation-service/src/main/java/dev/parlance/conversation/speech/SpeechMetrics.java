package dev.parlance.conversation.speech;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/// What speech costs and what the cache saves, where Prometheus finds it: docs/operations.md.
@ApplicationScoped
class SpeechMetrics {
    private final MeterRegistry registry;

    SpeechMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /// How a request was answered.
    enum Answer {
        HIT("hit"),
        MADE("made"),
        FAILED("failed");

        private final String tag;

        Answer(String tag) {
            this.tag = tag;
        }
    }

    /// @param bytes of the speech that was given out, 0 if there was none
    void answered(Answer answer, long bytes) {
        registry.counter("parlance.speech.requests", "answer", answer.tag).increment();
        registry.counter("parlance.speech.served.bytes", "answer", answer.tag).increment((double) bytes);
    }

    <T> T timed(String by, Supplier<T> work) {
        Timer.Sample begun = Timer.start(registry);
        String outcome = "failed";
        try {
            T made = work.get();
            outcome = "made";
            return made;
        } finally {
            begun.stop(registry.timer("parlance.speech.making", "by", by, "outcome", outcome));
        }
    }

    void spoken(String engine, int characters) {
        registry.counter("parlance.speech.characters", "engine", engine).increment(characters);
    }

    void stored(boolean converted, long bytes) {
        registry.counter("parlance.speech.stored.bytes", "class", converted ? "processed" : "tts")
                .increment((double) bytes);
    }
}
