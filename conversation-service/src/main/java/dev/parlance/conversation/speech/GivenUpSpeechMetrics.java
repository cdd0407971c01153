package dev.parlance.conversation.speech;

import dev.parlance.kit.problem.TransientFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/// How many speeches were given up, where Prometheus finds it: docs/operations.md.
@ApplicationScoped
class GivenUpSpeechMetrics {
    private static final Logger LOG = Logger.getLogger(GivenUpSpeechMetrics.class);

    private final GivenUpSpeeches speeches;
    private final MeterRegistry registry;
    private volatile double givenUp = Double.NaN;

    GivenUpSpeechMetrics(GivenUpSpeeches speeches, MeterRegistry registry) {
        this.speeches = speeches;
        this.registry = registry;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("parlance.speech.given.up", () -> givenUp)
                .description("Speeches whose makers were all gone before the end, and that wait for a person")
                .register(registry);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            givenUp = (double) speeches.count();
        } catch (RuntimeException e) {
            LOG.debugf("event=given-up-speeches-unknown cause=%s", TransientFailure.brief(e));
        }
    }
}
