package dev.parlance.conversation.transcription;

import dev.parlance.conversation.transcription.Transcription.Status;
import dev.parlance.kit.problem.TransientFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// How transcription stands, where Prometheus finds it: docs/operations.md.
@ApplicationScoped
class TranscriptionMetrics {
    private static final Logger LOG = Logger.getLogger(TranscriptionMetrics.class);

    private final Transcriptions transcriptions;
    private final MeterRegistry registry;
    private volatile double waiting = Double.NaN;
    private volatile double failed = Double.NaN;

    TranscriptionMetrics(Transcriptions transcriptions, MeterRegistry registry) {
        this.transcriptions = transcriptions;
        this.registry = registry;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("parlance.transcription.waiting", () -> waiting)
                .description("Sounds of learners that are to become text")
                .register(registry);
        Gauge.builder("parlance.transcription.failed", () -> failed)
                .description("Sounds of learners that did not become text and wait for a person")
                .register(registry);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            waiting = transcriptions.count(Status.PENDING) + transcriptions.count(Status.PROCESSING);
            failed = transcriptions.count(Status.FAILED);
        } catch (RuntimeException e) {
            LOG.debugf("event=transcriptions-unknown cause=%s", TransientFailure.brief(e));
        }
    }

    /// @param outcome of one try: `completed`, `silence`, `postponed`, `failed`
    void tried(String outcome) {
        registry.counter("parlance.transcription.tries", "outcome", outcome).increment();
    }
}
