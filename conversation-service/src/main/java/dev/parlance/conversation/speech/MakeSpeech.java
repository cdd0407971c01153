package dev.parlance.conversation.speech;

import dev.parlance.conversation.audio.AudioConfig;
import dev.parlance.conversation.provider.ProviderFailure;
import dev.parlance.conversation.speech.Speeches.Claim;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.conversation.store.ObjectStore.Content;
import dev.parlance.conversation.synthesis.AudioFormat;
import dev.parlance.conversation.synthesis.Converter;
import dev.parlance.conversation.synthesis.SpeechEngine;
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

/// A speech is missing: whoever gets the claim to it has it spoken or converted, stores it, and says that it is
/// there. No connection and no transaction is held while the engine speaks.
@ApplicationScoped
class MakeSpeech {
    private static final Logger LOG = Logger.getLogger(MakeSpeech.class);
    private static final String DURATION = "duration-ms";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofHours(1);

    private final Speeches speeches;
    private final ClaimSpeech claimSpeech;
    private final ObjectStore store;
    private final Converter converter;
    private final SpeechMetrics metrics;
    private final AudioConfig retention;
    private final Clock clock;
    private final Set<UUID> atWork = ConcurrentHashMap.newKeySet();

    MakeSpeech(
            Speeches speeches,
            ClaimSpeech claimSpeech,
            ObjectStore store,
            Converter converter,
            SpeechMetrics metrics,
            AudioConfig retention,
            Clock clock) {
        this.speeches = speeches;
        this.claimSpeech = claimSpeech;
        this.store = store;
        this.converter = converter;
        this.metrics = metrics;
        this.retention = retention;
        this.clock = clock;
    }

    /// @param source the same speech as the engine made it, if it is to be converted; else null
    /// @return nothing while somebody else makes it
    /// @throws dev.parlance.kit.problem.DomainProblem if it cannot be made now, or never
    Optional<Speech> make(SpeechOrder order, Speech source) {
        Optional<Speech> known = speeches.find(order.hash());
        if (known.isPresent()) {
            return known;
        }
        return switch (speeches.maker(order.hash())) {
            case AT_WORK -> Optional.empty();
            case NONE, GONE -> claimSpeech.claim(order).map(claim -> made(order, claim, source));
            case GIVEN_UP -> throw givenUp(order);
        };
    }

    private static SpeechUnavailable givenUp(SpeechOrder order) {
        LOG.warnf("event=speech-given-up hash=%s", order.hash());
        return new SpeechUnavailable(
                "Whoever began to make this speech was gone before its end, too often; a person has to look", LONG);
    }

    /// Claims of this instance, to be renewed while it lives.
    Set<UUID> atWork() {
        return Set.copyOf(atWork);
    }

    private Speech made(SpeechOrder order, Claim claim, Speech source) {
        atWork.add(claim.id());
        try {
            Speech speech = leftBehind(order, claim)
                    .orElseGet(() -> stored(order, claim, source == null ? spoken(order) : converted(order, source)));
            if (!speeches.made(claim.id(), speech)) {
                LOG.infof("event=speech-overtaken hash=%s", order.hash());
            }
            return speech;
        } catch (ProviderFailure failure) {
            claimSpeech.withdraw(order, claim);
            throw switch (failure) {
                case ProviderFailure.Away away -> new SpeechUnavailable(away.getMessage(), away.retryAfter());
                case ProviderFailure.Refused refused -> new SpeechRefused(refused.getMessage());
            };
        } catch (RuntimeException failure) {
            speeches.giveUp(order.hash(), claim.id());
            throw failure;
        } finally {
            atWork.remove(claim.id());
        }
    }

    /// An earlier maker may have died between storing the object and saying so: what it left is taken, not made
    /// again.
    private Optional<Speech> leftBehind(SpeechOrder order, Claim claim) {
        if (claim.attempts() == 1 || order.isConverted()) {
            return Optional.empty();
        }
        Optional<Speech> left = store.head(order.key(claim.id())).map(object -> {
            String duration = object.metadata().get(DURATION);
            return speech(order, object.key(), object.size(), duration == null ? null : Integer.valueOf(duration));
        });
        if (left.isPresent()) {
            claimSpeech.giveBack(order);
        }
        return left;
    }

    private byte[] spoken(SpeechOrder order) {
        byte[] sound = metrics.timed(order.engine().name(), () -> order.engine().speak(order.utterance()));
        metrics.spoken(order.engine().name(), order.utterance().characters());
        return sound;
    }

    private byte[] converted(SpeechOrder order, Speech source) {
        AudioFormat from = order.engine().usual();
        byte[] sound = bytes(source);
        return metrics.timed(
                "ffmpeg", () -> converter.convert(sound, from, order.utterance().format()));
    }

    private byte[] bytes(Speech speech) {
        try (InputStream bytes = store.get(speech.key()).orElseThrow(() -> gone(speech))) {
            return bytes.readNBytes(SpeechEngine.MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Somebody has removed the object behind its row: the row goes too, so that the next request has it made.
    private SpeechUnavailable gone(Speech speech) {
        LOG.warnf("event=speech-lost hash=%s", speech.hash());
        speeches.lost(speech);
        return new SpeechUnavailable("The speech was lost and will be made again; send the request again", SOON);
    }

    private Speech stored(SpeechOrder order, Claim claim, byte[] sound) {
        AudioFormat format = order.utterance().format();
        OptionalLong stated = format.durationMs(sound);
        Integer durationMs = stated.isPresent() ? Math.toIntExact(stated.getAsLong()) : null;
        Map<String, String> metadata = durationMs == null ? Map.of() : Map.of(DURATION, durationMs.toString());
        String key = order.key(claim.id());
        try {
            store.put(key, new Content(new ByteArrayInputStream(sound), sound.length, format.contentType(), metadata));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        metrics.stored(order.isConverted(), sound.length);
        return speech(order, key, sound.length, durationMs);
    }

    private Speech speech(SpeechOrder order, String key, long size, Integer durationMs) {
        return new Speech(
                order.hash(),
                key,
                order.utterance().format().contentType(),
                size,
                durationMs,
                order.isConverted() ? clock.instant().plus(convertedKept()) : null);
    }

    /// The sweeper removes processed sound by its age; the row goes a little earlier, for clocks may differ.
    private Duration convertedKept() {
        Duration kept = retention.retention().processed();
        Duration tenth = kept.dividedBy(10);
        return kept.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
    }
}
