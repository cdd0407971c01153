package dev.parlance.conversation.audio.retention;

import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.conversation.audio.retention.StepResult.Progress;
import dev.parlance.conversation.audio.retention.StepResult.Refused;
import dev.parlance.conversation.audio.retention.StepResult.Surveyed;
import dev.parlance.conversation.audio.retention.Sweep.SweepCounts;
import dev.parlance.conversation.audio.retention.Sweep.SweepPhase;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStoreUnavailable;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.job.JobStatus;
import dev.parlance.kit.lease.Leases;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Runs sweeps step by step on one instance at a time; the instance that takes the lease over continues after the
/// last step. Sweeps wait while S3 is unavailable or not configured.
@ApplicationScoped
class SweepWorker {
    private static final Logger LOG = Logger.getLogger(SweepWorker.class);
    private static final String LEASE_NAME = "audio-sweep";
    private static final String OFF = "off";
    /// One step removes up to some hundred objects.
    private static final Duration LEASE_DURATION = Duration.ofMinutes(1);

    private final Sweeps sweeps;
    private final SweepAudio sweepAudio;
    private final ObjectStore store;
    private final Leases leases;
    private final MeterRegistry metrics;
    private final Event<ForcedSweepCompleted> forcedSweeps;
    private final Optional<Duration> interval;
    private volatile boolean stopping;

    SweepWorker(
            Sweeps sweeps,
            SweepAudio sweepAudio,
            ObjectStore store,
            Leases leases,
            MeterRegistry metrics,
            Event<ForcedSweepCompleted> forcedSweeps,
            AudioConfig config) {
        this.sweeps = sweeps;
        this.sweepAudio = sweepAudio;
        this.store = store;
        this.leases = leases;
        this.metrics = metrics;
        this.forcedSweeps = forcedSweeps;
        this.interval = interval(config.sweep().interval());
    }

    private static Optional<Duration> interval(String setting) {
        return setting.equals(OFF) ? Optional.empty() : Optional.of(DurationConverter.parseDuration(setting));
    }

    /// An interval that cannot be parsed stops the start of the service.
    void start(@Observes StartupEvent event) {
        LOG.infof(
                "event=sweep-schedule interval=%s",
                interval.map(Duration::toString).orElse(OFF));
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void createDue() {
        if (store.isConfigured()) {
            interval.ifPresent(period -> runUnlessUnavailable(() -> sweeps.createIfDue(period)));
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void runDue() {
        runUnlessUnavailable(() -> {
            while (!stopping && runStep()) {
                // the next step
            }
        });
    }

    private static void runUnlessUnavailable(Runnable work) {
        try {
            work.run();
        } catch (ObjectStoreUnavailable unavailable) {
            LOG.infof("event=sweep-postponed cause=%s", unavailable.reason());
        } catch (RuntimeException e) {
            if (!TransientFailure.isTransient(e)) {
                throw e;
            }
            LOG.infof("event=sweep-postponed cause=%s", TransientFailure.brief(e));
        }
    }

    /// @return whether there may be another step
    private boolean runStep() {
        if (!store.isConfigured()) {
            return false;
        }
        Optional<Sweep> due = sweeps.jobs().nextRunning();
        if (due.isEmpty() || !leases.acquire(LEASE_NAME, LEASE_DURATION)) {
            return false;
        }
        Sweep sweep = due.get();
        try {
            switch (sweepAudio.step(sweep)) {
                case Surveyed surveyed -> sweeps.advance(sweep, surveyed);
                case Progress progress -> advance(sweep, progress);
                case Refused refused -> refuse(sweep, refused);
            }
            return true;
        } catch (RuntimeException e) {
            if (e instanceof ObjectStoreUnavailable || TransientFailure.isTransient(e)) {
                sweeps.jobs().recordFailure(sweep.id(), e);
                throw e;
            }
            LOG.errorf(e, "event=sweep-failed id=%s", sweep.id());
            sweeps.jobs().finish(sweep.id(), JobStatus.FAILED, "A step failed; the service's log has the cause");
            return true;
        }
    }

    private void advance(Sweep sweep, Progress progress) {
        sweeps.advance(sweep, progress);
        count(sweep, progress.counts());
        boolean expiryEnds = sweep.phase() == SweepPhase.EXPIRY && progress.nextPhase() == SweepPhase.RAW;
        if (expiryEnds && !sweep.dryRun() && sweep.hasExpiredAllItMay()) {
            LOG.warnf(
                    "event=sweep-expiry-limited id=%s expired=%d",
                    sweep.id(), sweep.counts().expired());
            metrics.counter("parlance.audio.sweeps.limited").increment();
        }
        if (progress.nextPhase() == null) {
            LOG.infof(
                    "event=sweep-completed id=%s dryRun=%s force=%s counts=%s",
                    sweep.id(), sweep.dryRun(), sweep.force(), sweep.counts().plus(progress.counts()));
            leases.release(LEASE_NAME);
            if (sweep.force()) {
                forcedSweeps.fire(new ForcedSweepCompleted(sweep.id()));
            }
        }
    }

    private void refuse(Sweep sweep, Refused refused) {
        LOG.warnf(
                "event=sweep-refused id=%s cause=%s advice=\"%s\"",
                sweep.id(), refused.cause().wireName(), refused.message());
        metrics.counter(
                        "parlance.audio.sweeps.refused",
                        "cause",
                        refused.cause().wireName())
                .increment();
        sweeps.jobs().finish(sweep.id(), JobStatus.FAILED, refused.message());
        leases.release(LEASE_NAME);
    }

    private void count(Sweep sweep, SweepCounts counts) {
        if (!sweep.dryRun()) {
            add("abandoned", counts.abandoned());
            add("expired", counts.expired());
            add("orphan-object", counts.orphanObjects());
            add("missing-object", counts.missingObjects());
            metrics.counter("parlance.audio.swept.bytes").increment((double) counts.bytes());
        }
    }

    private void add(String what, long number) {
        metrics.counter("parlance.audio.swept", "what", what).increment((double) number);
    }
}
