package dev.parlance.conversation.speech.transcription;

import dev.parlance.conversation.audio.format.AudioFormat;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStoreUnavailable;
import dev.parlance.conversation.audio.storage.ReopenableObject;
import dev.parlance.conversation.audio.storage.StoredObject;
import dev.parlance.conversation.speech.provider.ProviderFailure;
import dev.parlance.conversation.speech.transcription.TranscriptionEndpoint.AudioFile;
import dev.parlance.kit.jdbc.TransientFailure;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.Overloaded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// One attempt of one job: sends one audio object to the transcription API and stores the result, or schedules a
/// retry. Transient failures are retried with growing backoff; others fail at once and wait for a person. The retry
/// is in the job's row, not in memory, so that it survives a restart.
@ApplicationScoped
class TranscribeAudio {
    private static final Logger LOG = Logger.getLogger(TranscribeAudio.class);

    private final Transcriptions transcriptions;
    private final CompleteTranscription completeTranscription;
    private final TranscriptionEndpoint endpoint;
    private final ObjectStore store;
    private final TranscriptionMetrics metrics;
    private final TranscriptionConfig config;

    TranscribeAudio(
            Transcriptions transcriptions,
            CompleteTranscription completeTranscription,
            TranscriptionEndpoint endpoint,
            ObjectStore store,
            TranscriptionMetrics metrics,
            TranscriptionConfig config) {
        this.transcriptions = transcriptions;
        this.completeTranscription = completeTranscription;
        this.endpoint = endpoint;
        this.store = store;
        this.metrics = metrics;
        this.config = config;
    }

    /// If the database is unavailable, the job is retried after its lease.
    void transcribe(Transcription job, UUID claim) {
        try (var bytes = new ReopenableObject(store, job.key())) {
            TranscriptionResult result = endpoint.transcribe(openAudio(job, bytes), job.languageHint());
            completeTranscription.complete(job, claim, result);
            metrics.countAttempt(result.isSilence() ? "silence" : "completed");
        } catch (ProviderFailure.Unavailable unavailable) {
            postpone(job, claim, unavailable.getMessage(), unavailable.retryAfter(), unavailable.wasCalled());
        } catch (ObjectStoreUnavailable unavailable) {
            postpone(job, claim, "The store of sound does not answer", unavailable.retryAfter(), true);
        } catch (ProviderFailure.Rejected rejected) {
            fail(job, claim, rejected.getMessage());
        } catch (Overloaded overloaded) {
            postpone(job, claim, overloaded.getMessage(), overloaded.retryAfter(), true);
        } catch (DomainProblem problem) {
            fail(job, claim, problem.type());
        } catch (RuntimeException failure) {
            if (TransientFailure.isTransient(failure)) {
                LOG.warnf("event=transcription-interrupted id=%s cause=%s", job.id(), TransientFailure.brief(failure));
            } else {
                LOG.errorf(failure, "event=transcription-error id=%s", job.id());
                fail(job, claim, "internal-error");
            }
        }
    }

    private void postpone(Transcription job, UUID claim, String error, Duration retryAfter, boolean tried) {
        if (tried && job.attempts() >= config.maxAttempts()) {
            fail(job, claim, error);
            return;
        }
        Duration backoff = job.backoff(config.initialBackoff(), config.maxBackoff());
        Duration delay = retryAfter.compareTo(backoff) > 0 ? retryAfter : backoff;
        transcriptions.postpone(job.id(), claim, error, delay, tried);
        metrics.countAttempt("postponed");
        LOG.infof("event=transcription-postponed id=%s attempts=%d delay=%s", job.id(), job.attempts(), delay);
    }

    private void fail(Transcription job, UUID claim, String error) {
        transcriptions.fail(job.id(), claim, error);
        metrics.countAttempt("failed");
        LOG.warnf("event=transcription-failed id=%s attempts=%d", job.id(), job.attempts());
    }

    private AudioFile openAudio(Transcription job, ReopenableObject bytes) {
        Optional<StoredObject> object = store.head(job.key());
        if (object.isEmpty()) {
            throw audioMissing();
        }
        String extension = AudioFormat.ofContentType(job.contentType())
                .map(AudioFormat::extension)
                .orElse("bin");
        return new AudioFile(extension, job.contentType(), object.get().size(), bytes);
    }

    private static ProviderFailure audioMissing() {
        return new ProviderFailure.Rejected("The sound is no longer kept");
    }
}
