package dev.parlance.conversation.audio;

import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.problem.TransientFailure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/// Uploads that could not be looked at when the client told of them, because S3 was away or the service died: they
/// are looked at again until it is known what they are.
@ApplicationScoped
class UncheckedUploads {
    private static final Logger LOG = Logger.getLogger(UncheckedUploads.class);
    private static final int AT_ONCE = 50;
    /// Longer than a look takes: until then no other instance takes the same upload.
    private static final int TIMES = 12;

    private final Audios audios;
    private final CheckUpload checkUpload;
    private final AudioConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;
    private volatile long waiting;

    UncheckedUploads(Audios audios, CheckUpload checkUpload, AudioConfig config, MeterRegistry metrics, Clock clock) {
        this.audios = audios;
        this.checkUpload = checkUpload;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("parlance.audio.unchecked", () -> waiting)
                .description("Uploads that wait to be looked at")
                .register(metrics);
    }

    @Scheduled(
            every = "{conversation.audio.check}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        try {
            Instant now = clock.instant();
            List<Audio> due = audios.unchecked(now, now.plus(config.check().multipliedBy(TIMES)), AT_ONCE);
            int looked = 0;
            while (looked < due.size() && settled(due.get(looked))) {
                looked++;
            }
            audios.checkAt(due.subList(looked, due.size()), now.plus(config.check()));
            waiting = audios.count(AudioState.UPLOADED);
        } catch (RuntimeException e) {
            if (!TransientFailure.isTransient(e)) {
                throw e;
            }
            LOG.infof("event=uploads-unchecked cause=%s", TransientFailure.brief(e));
        }
    }

    /// @return false while it makes no sense to go on
    private boolean settled(Audio told) {
        try {
            checkUpload.check(told);
            count("available");
        } catch (Overloaded notNow) { // of S3, or of this service
            return false;
        } catch (DomainProblem refused) {
            count("refused");
        }
        return true;
    }

    private void count(String outcome) {
        metrics.counter("parlance.audio.healed", "outcome", outcome).increment();
    }
}
