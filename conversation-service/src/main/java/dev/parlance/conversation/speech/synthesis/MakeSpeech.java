package dev.parlance.conversation.speech.synthesis;

import dev.parlance.conversation.audio.bucket.CheckBucket;
import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStore.Content;
import dev.parlance.conversation.speech.cache.Speech;
import dev.parlance.conversation.speech.cache.SpeechRequest;
import dev.parlance.conversation.speech.cache.Speeches;
import dev.parlance.conversation.speech.cache.Speeches.SpeechLock;
import dev.parlance.conversation.speech.engine.FfmpegConverter;
import dev.parlance.conversation.speech.engine.SpeechEngine;
import dev.parlance.conversation.speech.engine.SpeechFormat;
import dev.parlance.conversation.speech.provider.ProviderFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Makes a missing speech: takes its lock, synthesizes or converts it, stores the object and marks the row as made.
/// Holds no connection and no transaction while the engine works.
@ApplicationScoped
class MakeSpeech {
    private static final Logger LOG = Logger.getLogger(MakeSpeech.class);
    private static final String DURATION_METADATA = "duration-ms";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration GIVEN_UP_RETRY_AFTER = Duration.ofHours(1);
    private static final Duration EXPIRY_MARGIN = Duration.ofHours(1);

    private final Speeches speeches;
    private final AcquireSpeechLock acquireSpeechLock;
    private final ObjectStore store;
    private final CheckBucket checkBucket;
    private final FfmpegConverter converter;
    private final SpeechMetrics metrics;
    private final AudioConfig audioConfig;
    private final Clock clock;
    private final Set<UUID> heldLocks = ConcurrentHashMap.newKeySet();

    MakeSpeech(
            Speeches speeches,
            AcquireSpeechLock acquireSpeechLock,
            ObjectStore store,
            CheckBucket checkBucket,
            FfmpegConverter converter,
            SpeechMetrics metrics,
            AudioConfig audioConfig,
            Clock clock) {
        this.speeches = speeches;
        this.acquireSpeechLock = acquireSpeechLock;
        this.store = store;
        this.checkBucket = checkBucket;
        this.converter = converter;
        this.metrics = metrics;
        this.audioConfig = audioConfig;
        this.clock = clock;
    }

    /// @param source the speech in the engine's format, if this one is converted from it; else null
    /// @return empty while another worker makes it
    /// @throws dev.parlance.kit.problem.DomainProblem if it cannot be made now, or never
    Optional<Speech> make(SpeechRequest request, Speech source) {
        Optional<Speech> known = speeches.find(request.hash());
        if (known.isPresent()) {
            return known;
        }
        return switch (speeches.lockState(request.hash())) {
            case HELD -> Optional.empty();
            case UNLOCKED, EXPIRED -> acquireSpeechLock.acquire(request).map(lock -> makeLocked(request, lock, source));
            case GIVEN_UP -> throw givenUp(request);
        };
    }

    private static SpeechUnavailable givenUp(SpeechRequest request) {
        LOG.warnf("event=speech-given-up hash=%s", request.hash());
        return new SpeechUnavailable(
                "Whoever began to make this speech was gone before its end, too often; a person has to look",
                GIVEN_UP_RETRY_AFTER);
    }

    /// Locks that this instance holds, to be renewed while it lives.
    Set<UUID> heldLocks() {
        return Set.copyOf(heldLocks);
    }

    private Speech makeLocked(SpeechRequest request, SpeechLock lock, Speech source) {
        heldLocks.add(lock.id());
        try {
            checkBucket.lastKnown().requireUploads();
            Speech speech = findAlreadyStored(request, lock)
                    .orElseGet(() -> storeObject(
                            request, lock, source == null ? synthesize(request) : convert(request, source)));
            if (!speeches.markMade(lock.id(), speech)) {
                LOG.infof("event=speech-lock-lost hash=%s", request.hash());
            }
            return speech;
        } catch (ProviderFailure failure) {
            acquireSpeechLock.release(request, lock);
            throw switch (failure) {
                case ProviderFailure.Unavailable unavailable ->
                    new SpeechUnavailable(unavailable.getMessage(), unavailable.retryAfter());
                case ProviderFailure.Rejected rejected -> new SpeechRefused(rejected.getMessage());
            };
        } catch (RuntimeException | Error failure) {
            speeches.expireLock(request.hash(), lock.id());
            throw failure;
        } finally {
            heldLocks.remove(lock.id());
        }
    }

    /// An earlier worker may have died after it stored the object and before it marked the row: the object is used,
    /// not made again.
    private Optional<Speech> findAlreadyStored(SpeechRequest request, SpeechLock lock) {
        if (lock.attempts() == 1 || request.needsConversion()) {
            return Optional.empty();
        }
        Optional<Speech> stored = store.head(request.objectKey(lock.id())).map(object -> {
            String duration = object.metadata().get(DURATION_METADATA);
            return toSpeech(request, object.key(), object.size(), duration == null ? null : Integer.valueOf(duration));
        });
        if (stored.isPresent()) {
            acquireSpeechLock.refund(request);
        }
        return stored;
    }

    private byte[] synthesize(SpeechRequest request) {
        byte[] audio =
                metrics.time(request.engine().name(), () -> request.engine().synthesize(request.utterance()));
        metrics.countCharacters(request.engine().name(), request.utterance().characters());
        return audio;
    }

    private byte[] convert(SpeechRequest request, Speech source) {
        SpeechFormat from = request.engine().defaultFormat();
        byte[] audio = readObject(source);
        return metrics.time(
                "ffmpeg",
                () -> converter.convert(audio, from, request.utterance().format()));
    }

    private byte[] readObject(Speech speech) {
        try (InputStream bytes = store.get(speech.key()).orElseThrow(() -> objectMissing(speech))) {
            return bytes.readNBytes(SpeechEngine.MAX_AUDIO_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The object behind a row was deleted: the row goes too, so that the next request makes it again.
    private SpeechUnavailable objectMissing(Speech speech) {
        LOG.warnf("event=speech-object-missing hash=%s", speech.hash());
        speeches.deleteRow(speech);
        return new SpeechUnavailable("The speech was lost and will be made again; send the request again", RETRY_AFTER);
    }

    private Speech storeObject(SpeechRequest request, SpeechLock lock, byte[] audio) {
        SpeechFormat format = request.utterance().format();
        OptionalLong duration = format.durationMs(audio);
        Integer durationMs = duration.isPresent() ? Math.toIntExact(duration.getAsLong()) : null;
        Map<String, String> metadata = durationMs == null ? Map.of() : Map.of(DURATION_METADATA, durationMs.toString());
        String key = request.objectKey(lock.id());
        try {
            store.put(key, new Content(new ByteArrayInputStream(audio), audio.length, format.contentType(), metadata));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        metrics.countStoredBytes(request.needsConversion(), audio.length);
        return toSpeech(request, key, audio.length, durationMs);
    }

    private Speech toSpeech(SpeechRequest request, String key, long size, Integer durationMs) {
        return new Speech(
                request.hash(),
                key,
                request.utterance().format().contentType(),
                size,
                durationMs,
                request.needsConversion() ? clock.instant().plus(convertedRetention()) : null);
    }

    /// Sweeps remove converted audio by its age; the row expires a little earlier, because clocks may differ.
    private Duration convertedRetention() {
        Duration retention = audioConfig.retention().processed();
        Duration tenth = retention.dividedBy(10);
        return retention.minus(tenth.compareTo(EXPIRY_MARGIN) < 0 ? tenth : EXPIRY_MARGIN);
    }
}
