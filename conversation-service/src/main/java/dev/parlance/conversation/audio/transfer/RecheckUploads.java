package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.recording.Audio;
import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.conversation.audio.recording.AudioState;
import dev.parlance.conversation.audio.recording.Audios;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.time.DatabaseClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/// Checks reported uploads again whose first check did not finish, because S3 was unavailable or the service died. One
/// at a time, and without a permit: the transfers and checks of clients never keep it from its work.
@ApplicationScoped
class RecheckUploads {
    private static final Logger LOG = Logger.getLogger(RecheckUploads.class);
    private static final int BATCH_SIZE = 50;
    /// A claim lasts this many check intervals, longer than a check: until then no other instance claims the same
    /// upload.
    private static final int CLAIM_INTERVALS = 12;

    private final Audios audios;
    private final CheckUpload checkUpload;
    private final AudioConfig config;
    private final MeterRegistry metrics;
    private final DatabaseClock clock;
    private volatile long waiting;

    RecheckUploads(
            Audios audios, CheckUpload checkUpload, AudioConfig config, MeterRegistry metrics, DatabaseClock clock) {
        this.audios = audios;
        this.checkUpload = checkUpload;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("parlance.audio.unchecked.uploads", () -> waiting)
                .description("Uploads that wait to be looked at")
                .register(metrics);
    }

    @Scheduled(
            every = "{parlance.audio.check-interval}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        try {
            Instant now = clock.instant();
            List<Audio> due = audios.claimUnchecked(
                    now, now.plus(config.checkInterval().multipliedBy(CLAIM_INTERVALS)), BATCH_SIZE);
            int checked = 0;
            while (checked < due.size() && tryCheck(due.get(checked))) {
                checked++;
            }
            audios.scheduleCheck(due.subList(checked, due.size()), now.plus(config.checkInterval()));
            waiting = audios.count(AudioState.UPLOADED);
        } catch (RuntimeException e) {
            if (!TransientFailure.isTransient(e)) {
                throw e;
            }
            LOG.infof("event=upload-check-postponed cause=%s", TransientFailure.brief(e));
        }
    }

    /// @return false if further checks would fail as well
    private boolean tryCheck(Audio upload) {
        try {
            checkUpload.check(upload);
            count("available");
        } catch (Overloaded unavailable) { // S3 is
            return false;
        } catch (DomainProblem refused) {
            count("refused");
        } catch (RuntimeException e) {
            if (TransientFailure.isTransient(e)) {
                throw e;
            }
            // It is due again when its claim ends, after all that have waited longer.
            LOG.errorf(e, "event=upload-not-checked turn=%s", upload.turnSide().turn());
            count("failed");
        }
        return true;
    }

    private void count(String outcome) {
        metrics.counter("parlance.audio.rechecked.uploads", "outcome", outcome).increment();
    }
}
