package dev.parlance.conversation.retention;

import dev.parlance.conversation.audio.AudioConfig;
import dev.parlance.conversation.retention.Sweep.Found;
import dev.parlance.conversation.retention.Sweep.Progress;
import dev.parlance.conversation.retention.Sweep.Status;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.conversation.store.StoreUnavailable;
import dev.parlance.kit.outbox.Leases;
import dev.parlance.kit.problem.TransientFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Works on the orders to clean up, from one instance at a time, step by step: whoever takes the lease goes on
/// behind the last step. While S3 is away, or there is none, an order waits.
@ApplicationScoped
class Sweeper {
    private static final Logger LOG = Logger.getLogger(Sweeper.class);
    private static final String LEASE = "audio-sweep";
    private static final String NEVER = "off";
    /// A step removes some hundred objects.
    private static final Duration TERM = Duration.ofMinutes(1);

    private final Sweeps sweeps;
    private final SweepSound sweepSound;
    private final ObjectStore store;
    private final Leases leases;
    private final MeterRegistry metrics;
    private final Optional<Duration> every;
    private volatile boolean stopping;

    Sweeper(
            Sweeps sweeps,
            SweepSound sweepSound,
            ObjectStore store,
            Leases leases,
            MeterRegistry metrics,
            AudioConfig config) {
        this.sweeps = sweeps;
        this.sweepSound = sweepSound;
        this.store = store;
        this.leases = leases;
        this.metrics = metrics;
        this.every = every(config.sweep().every());
    }

    private static Optional<Duration> every(String setting) {
        return setting.equals(NEVER) ? Optional.empty() : Optional.of(DurationConverter.parseDuration(setting));
    }

    /// A period that cannot be read keeps the service from starting.
    void start(@Observes StartupEvent event) {
        LOG.infof("event=sweeps every=%s", every.map(Duration::toString).orElse(NEVER));
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void order() {
        if (store.isConfigured()) {
            every.ifPresent(pause -> patiently(() -> sweeps.orderAfter(pause)));
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        patiently(() -> {
            while (!stopping && step()) {
                // on to the next
            }
        });
    }

    private static void patiently(Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailable unavailable) {
            LOG.infof("event=sweep-waits cause=%s", unavailable.reason());
        } catch (RuntimeException e) {
            if (!TransientFailure.isTransient(e)) {
                throw e;
            }
            LOG.infof("event=sweep-waits cause=%s", TransientFailure.brief(e));
        }
    }

    /// @return whether there may be more to do
    private boolean step() {
        if (!store.isConfigured()) {
            return false;
        }
        Optional<Sweep> order = sweeps.oldestRunning();
        if (order.isEmpty() || !leases.take(LEASE, TERM)) {
            return false;
        }
        Sweep sweep = order.get();
        try {
            Progress progress = sweepSound.step(sweep);
            sweeps.advance(sweep, progress);
            count(sweep, progress.found());
            if (progress.phase() == null) {
                LOG.infof("event=sweep-completed id=%s dry=%s found=%s", sweep.id(), sweep.dryRun(), progress.found());
                leases.release(LEASE);
            }
            return true;
        } catch (RuntimeException e) {
            if (e instanceof StoreUnavailable || TransientFailure.isTransient(e)) {
                throw e;
            }
            LOG.errorf(e, "event=sweep-failed id=%s", sweep.id());
            sweeps.end(sweep, Status.FAILED, "A step failed; the service's log has the cause");
            return true;
        }
    }

    private void count(Sweep sweep, Found found) {
        if (!sweep.dryRun()) {
            add("abandoned", found.abandoned());
            add("expired", found.expired());
            add("orphan-object", found.orphanObjects());
            add("missing-object", found.missingObjects());
            metrics.counter("parlance.audio.swept.bytes").increment((double) found.bytes());
        }
    }

    private void add(String what, long number) {
        metrics.counter("parlance.audio.swept", "what", what).increment((double) number);
    }
}
