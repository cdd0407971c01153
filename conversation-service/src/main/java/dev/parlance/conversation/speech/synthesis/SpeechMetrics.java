package dev.parlance.conversation.speech.synthesis;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/// Costs of speech and savings of its cache; docs/operations.md lists the metrics.
@ApplicationScoped
class SpeechMetrics {
    private final MeterRegistry registry;

    SpeechMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /// How a request was answered.
    enum AnswerKind {
        HIT("hit"),
        MADE("made"),
        FAILED("failed");

        private final String tag;

        AnswerKind(String tag) {
            this.tag = tag;
        }
    }

    /// @param bytes of the speech that was answered, 0 if there was none
    void countRequest(AnswerKind answer, long bytes) {
        registry.counter("parlance.speech.requests", "answer", answer.tag).increment();
        registry.counter("parlance.speech.served.bytes", "answer", answer.tag).increment((double) bytes);
    }

    <T> T time(String by, Supplier<T> work) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            T result = work.get();
            outcome = "made";
            return result;
        } finally {
            sample.stop(registry.timer("parlance.speech.synthesis", "by", by, "outcome", outcome));
        }
    }

    void countCharacters(String engine, int characters) {
        registry.counter("parlance.speech.characters", "engine", engine).increment(characters);
    }

    void countStoredBytes(boolean converted, long bytes) {
        registry.counter("parlance.speech.stored.bytes", "class", converted ? "processed" : "tts")
                .increment((double) bytes);
    }
}
