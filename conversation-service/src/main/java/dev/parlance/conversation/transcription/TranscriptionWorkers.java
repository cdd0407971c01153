package dev.parlance.conversation.transcription;

import dev.parlance.conversation.audio.SoundAvailable;
import dev.parlance.kit.problem.TransientFailure;
import dev.parlance.kit.time.NewId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// Looks for jobs while hands are free. A job is taken by one instance; one whose instance died is taken up again
/// when its lease is over, which is longer than any try may take.
@ApplicationScoped
class TranscriptionWorkers {
    private static final Logger LOG = Logger.getLogger(TranscriptionWorkers.class);
    /// For everything but the endpoint: S3 before it and the database behind it.
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private static final String GONE = "Whoever worked on it was gone before the end, at the last try too";

    private final Transcriptions transcriptions;
    private final TranscribeSound transcribeSound;
    private final TranscriptionEndpoint endpoint;
    private final TranscriptionMetrics metrics;
    private final Duration lease;
    private final int tries;
    private final Semaphore free;
    private final ExecutorService workers;

    TranscriptionWorkers(
            Transcriptions transcriptions,
            TranscribeSound transcribeSound,
            TranscriptionEndpoint endpoint,
            TranscriptionMetrics metrics,
            TranscriptionConfig config,
            TranscriptionEndpointConfig endpointConfig) {
        this.transcriptions = transcriptions;
        this.transcribeSound = transcribeSound;
        this.endpoint = endpoint;
        this.metrics = metrics;
        this.tries = config.tries();
        this.lease = endpointConfig.patience().plus(MARGIN);
        this.free = new Semaphore(config.workers());
        this.workers = Executors.newFixedThreadPool(
                config.workers(),
                Thread.ofPlatform().daemon().name("transcription-", 1).factory());
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
    }

    /// A new job need not wait for the next look.
    void soon(@Observes(during = TransactionPhase.AFTER_SUCCESS) SoundAvailable sound) {
        if (endpoint.isSet()) {
            workers.execute(this::lookNow);
        }
    }

    private void lookNow() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debugf("event=transcriptions-unknown cause=%s", TransientFailure.brief(e));
        }
    }

    @Scheduled(every = "{conversation.transcription.check}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!endpoint.isSet()) {
            return;
        }
        giveUp();
        while (free.tryAcquire()) {
            if (!begun()) {
                return;
            }
        }
    }

    private void giveUp() {
        int jobs = transcriptions.giveUp(tries, GONE);
        for (int job = 0; job < jobs; job++) {
            metrics.tried("failed");
        }
        if (jobs > 0) {
            LOG.warnf("event=transcriptions-given-up jobs=%d", jobs);
        }
    }

    /// Keeps the hand only if there is work for it.
    private boolean begun() {
        boolean begun = false;
        try {
            UUID claim = NewId.random();
            Optional<Transcription> job = transcriptions.claim(claim, lease, tries);
            job.ifPresent(one -> workers.execute(() -> work(one, claim)));
            begun = job.isPresent();
            return begun;
        } finally {
            if (!begun) {
                free.release();
            }
        }
    }

    private void work(Transcription job, UUID claim) {
        try {
            transcribeSound.transcribe(job, claim);
        } finally {
            free.release();
        }
    }
}
