package dev.parlance.conversation.transcription;

import dev.parlance.conversation.provider.ProviderFailure;
import dev.parlance.conversation.sound.SoundFormat;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.conversation.store.StoreUnavailable;
import dev.parlance.conversation.store.StoredObject;
import dev.parlance.conversation.transcription.TranscriptionEndpoint.Sound;
import dev.parlance.kit.problem.DomainProblem;
import dev.parlance.kit.problem.Overloaded;
import dev.parlance.kit.problem.TransientFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// One try of one job: let the endpoint hear the sound, and tell what it heard, or when to try again. What passes by
/// itself is tried again with growing pauses; what cannot succeed fails at once and waits for a person.
@ApplicationScoped
class TranscribeSound {
    private static final Logger LOG = Logger.getLogger(TranscribeSound.class);

    private final Transcriptions transcriptions;
    private final TellTranscript tell;
    private final TranscriptionEndpoint endpoint;
    private final ObjectStore store;
    private final TranscriptionMetrics metrics;
    private final TranscriptionConfig config;

    TranscribeSound(
            Transcriptions transcriptions,
            TellTranscript tell,
            TranscriptionEndpoint endpoint,
            ObjectStore store,
            TranscriptionMetrics metrics,
            TranscriptionConfig config) {
        this.transcriptions = transcriptions;
        this.tell = tell;
        this.endpoint = endpoint;
        this.store = store;
        this.metrics = metrics;
        this.config = config;
    }

    /// A database that is away leaves the job to the end of its lease.
    void transcribe(Transcription job, UUID claim) {
        try (var bytes = new SoundBytes(store, job.key())) {
            Heard heard = endpoint.hear(sound(job, bytes), job.hint());
            tell.tell(job, claim, heard);
            metrics.tried(heard.isSilence() ? "silence" : "completed");
        } catch (ProviderFailure.Away away) {
            postpone(job, claim, away.getMessage(), away.retryAfter(), away.wasAsked());
        } catch (StoreUnavailable away) {
            postpone(job, claim, "The store of sound does not answer", away.retryAfter(), true);
        } catch (ProviderFailure.Refused refused) {
            fail(job, claim, refused.getMessage());
        } catch (Overloaded passes) {
            postpone(job, claim, passes.getMessage(), passes.retryAfter(), true);
        } catch (DomainProblem problem) {
            fail(job, claim, problem.type());
        } catch (RuntimeException failure) {
            if (TransientFailure.isTransient(failure)) {
                LOG.warnf("event=transcription-left id=%s cause=%s", job.id(), TransientFailure.brief(failure));
            } else {
                LOG.errorf(failure, "event=transcription-broken id=%s", job.id());
                fail(job, claim, "internal-error");
            }
        }
    }

    private void postpone(Transcription job, UUID claim, String error, Duration wish, boolean tried) {
        if (tried && job.attempts() >= config.tries()) {
            fail(job, claim, error);
            return;
        }
        Duration pause = job.pause(config.pause(), config.longestPause());
        Duration longer = wish.compareTo(pause) > 0 ? wish : pause;
        transcriptions.postpone(job.id(), claim, error, longer, tried);
        metrics.tried("postponed");
        LOG.infof("event=transcription-postponed id=%s attempts=%d pause=%s", job.id(), job.attempts(), longer);
    }

    private void fail(Transcription job, UUID claim, String error) {
        transcriptions.fail(job.id(), claim, error);
        metrics.tried("failed");
        LOG.warnf("event=transcription-failed id=%s attempts=%d", job.id(), job.attempts());
    }

    private Sound sound(Transcription job, SoundBytes bytes) {
        Optional<StoredObject> object = store.head(job.key());
        if (object.isEmpty()) {
            throw gone();
        }
        String extension = SoundFormat.ofContentType(job.contentType())
                .map(SoundFormat::extension)
                .orElse("bin");
        return new Sound(extension, job.contentType(), object.get().size(), bytes);
    }

    private static ProviderFailure gone() {
        return new ProviderFailure.Refused("The sound is no longer kept");
    }
}
