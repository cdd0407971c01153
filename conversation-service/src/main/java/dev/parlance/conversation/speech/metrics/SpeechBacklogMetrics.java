package dev.parlance.conversation.speech.metrics;

import dev.parlance.conversation.speech.cache.GivenUpSpeeches;
import dev.parlance.conversation.speech.transcription.Transcriptions;
import dev.parlance.kit.jdbc.TransientFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Row counts as gauges (docs/operations.md), measured every ten seconds so that a scrape runs no query. NaN until the
/// first measurement succeeds.
@ApplicationScoped
class SpeechBacklogMetrics {
    private static final Logger LOG = Logger.getLogger(SpeechBacklogMetrics.class);

    private final GivenUpSpeeches givenUpSpeeches;
    private final Transcriptions transcriptions;
    private final MeterRegistry registry;
    private volatile double givenUp = Double.NaN;
    private volatile double waiting = Double.NaN;
    private volatile double failed = Double.NaN;

    SpeechBacklogMetrics(GivenUpSpeeches givenUpSpeeches, Transcriptions transcriptions, MeterRegistry registry) {
        this.givenUpSpeeches = givenUpSpeeches;
        this.transcriptions = transcriptions;
        this.registry = registry;
    }

    void register(@Observes StartupEvent event) {
        gauge("parlance.speech.given.up", "Speeches that failed on every worker and wait for a person", () -> givenUp);
        gauge("parlance.transcription.waiting", "Learner audio that waits for its transcription", () -> waiting);
        gauge("parlance.transcription.failed", "Transcriptions that failed and wait for a person", () -> failed);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            givenUp = (double) givenUpSpeeches.count();
            waiting = (double) transcriptions.countWaiting();
            failed = (double) transcriptions.countFailed();
        } catch (RuntimeException e) {
            LOG.debugf("event=speech-backlog-unavailable cause=%s", TransientFailure.brief(e));
        }
    }
}
