package dev.parlance.conversation.speech.transcription;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/// Counts attempts to transcribe; docs/operations.md lists the metrics.
@ApplicationScoped
class TranscriptionMetrics {
    private final MeterRegistry registry;

    TranscriptionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /// @param outcome of one attempt: `completed`, `silence`, `postponed`, `failed`
    void countAttempt(String outcome) {
        registry.counter("parlance.transcription.attempts", "outcome", outcome).increment();
    }
}
