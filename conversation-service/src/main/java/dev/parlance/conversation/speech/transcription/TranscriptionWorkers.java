package dev.parlance.conversation.speech.transcription;

import dev.parlance.conversation.audio.recording.AudioAvailable;
import dev.parlance.kit.jdbc.TransientFailure;
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

/// Claims and runs jobs while threads are free. A job is claimed by one instance; if that dies, the job is claimed
/// again when its lease expires, which is longer than any attempt may take.
@ApplicationScoped
class TranscriptionWorkers {
    private static final Logger LOG = Logger.getLogger(TranscriptionWorkers.class);
    /// Time for S3 before the endpoint's call and for the database after it.
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(60);

    private static final String WORKER_LOST_ERROR = "Whoever worked on it was gone before the end, at the last try too";

    private final Transcriptions transcriptions;
    private final TranscribeAudio transcribeAudio;
    private final TranscriptionEndpoint endpoint;
    private final TranscriptionMetrics metrics;
    private final Duration leaseDuration;
    private final int maxAttempts;
    private final Semaphore permits;
    private final ExecutorService workers;

    TranscriptionWorkers(
            Transcriptions transcriptions,
            TranscribeAudio transcribeAudio,
            TranscriptionEndpoint endpoint,
            TranscriptionMetrics metrics,
            TranscriptionConfig config,
            TranscriptionEndpointConfig endpointConfig) {
        this.transcriptions = transcriptions;
        this.transcribeAudio = transcribeAudio;
        this.endpoint = endpoint;
        this.metrics = metrics;
        this.maxAttempts = config.maxAttempts();
        this.leaseDuration = endpointConfig.timeout().plus(LEASE_MARGIN);
        this.permits = new Semaphore(config.workers());
        this.workers = Executors.newFixedThreadPool(
                config.workers(),
                Thread.ofPlatform().daemon().name("transcription-", 1).factory());
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
    }

    /// A new job does not wait for the next poll.
    void onAudioAvailable(@Observes(during = TransactionPhase.AFTER_SUCCESS) AudioAvailable audio) {
        if (endpoint.isConfigured()) {
            workers.execute(this::pollNow);
        }
    }

    private void pollNow() {
        try {
            poll();
        } catch (RuntimeException e) {
            LOG.debugf("event=transcriptions-unavailable cause=%s", TransientFailure.brief(e));
        }
    }

    @Scheduled(
            every = "{parlance.transcription.poll-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        if (!endpoint.isConfigured()) {
            return;
        }
        failExhausted();
        while (permits.tryAcquire()) {
            if (!startNext()) {
                return;
            }
        }
    }

    private void failExhausted() {
        int jobs = transcriptions.failExhausted(maxAttempts, WORKER_LOST_ERROR);
        for (int job = 0; job < jobs; job++) {
            metrics.countAttempt("failed");
        }
        if (jobs > 0) {
            LOG.warnf("event=transcriptions-given-up jobs=%d", jobs);
        }
    }

    /// Keeps the permit only if there was a job.
    private boolean startNext() {
        boolean started = false;
        try {
            UUID claim = NewId.random();
            Optional<Transcription> job = transcriptions.claim(claim, leaseDuration, maxAttempts);
            job.ifPresent(claimed -> workers.execute(() -> runJob(claimed, claim)));
            started = job.isPresent();
            return started;
        } finally {
            if (!started) {
                permits.release();
            }
        }
    }

    private void runJob(Transcription job, UUID claim) {
        try {
            transcribeAudio.transcribe(job, claim);
        } finally {
            permits.release();
        }
    }
}
