package dev.parlance.conversation.audio;

import dev.parlance.conversation.audio.AudioRefused.Reason;
import dev.parlance.conversation.sound.PassingSound;
import dev.parlance.conversation.sound.SeenSound;
import dev.parlance.conversation.sound.SoundFormat;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.conversation.store.ObjectStore.Content;
import dev.parlance.conversation.store.StoreUnavailable;
import dev.parlance.conversation.turn.UnknownTurn;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// A simple client sends sound through this service: pass it on to S3 as it comes, never whole in memory, and look
/// at it on the way.
@ApplicationScoped
class StoreSound {
    private final Audios audios;
    private final SettleUpload settle;
    private final ObjectStore store;
    private final Streams streams;
    private final RetentionTimes times;
    private final Clock clock;

    StoreSound(
            Audios audios, SettleUpload settle, ObjectStore store, Streams streams, RetentionTimes times, Clock clock) {
        this.audios = audios;
        this.settle = settle;
        this.store = store;
        this.streams = streams;
        this.times = times;
        this.clock = clock;
    }

    /// @param length     in bytes, as the request says
    /// @param durationMs null where the client says nothing
    record Sound(SoundFormat format, long length, Integer durationMs, InputStream bytes) {}

    /// @param fresh whether it came now; else the side had exactly this already
    record Outcome(Audio audio, boolean fresh) {}

    /// @throws AudioRefused     if it does not begin as it is called, or lasts for another time
    /// @throws AudioDiffers     if the side has other sound
    /// @throws StoreUnavailable if S3 does not take it; nothing was stored
    Outcome store(Place place, Sound sound) {
        if (audios.announced(place.tenant(), place.conversation(), place.turn()).isEmpty()) {
            throw new UnknownTurn(place.turn().toString());
        }
        Optional<Audio> known = audios.available(place);
        return streams.within(() -> {
            try {
                var passing = new PassingSound(checked(sound));
                return known.isPresent() ? compared(known.get(), passing) : stored(place, sound, passing);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// The first bytes tell: what is no sound never reaches S3.
    private static InputStream checked(Sound sound) throws IOException {
        byte[] head = sound.bytes().readNBytes(SoundFormat.TELLING_BYTES);
        if (!SoundFormat.of(head).equals(Optional.of(sound.format()))) {
            throw new AudioRefused(Reason.TYPE);
        }
        return new SequenceInputStream(new ByteArrayInputStream(head), sound.bytes());
    }

    private static Outcome compared(Audio known, PassingSound passing) throws IOException {
        passing.transferTo(OutputStream.nullOutputStream());
        if (!known.says(passing.seen().sha256())) {
            throw new AudioDiffers(known.place());
        }
        return new Outcome(known, false);
    }

    private Outcome stored(Place place, Sound sound, PassingSound passing) throws IOException {
        Instant now = clock.instant();
        String key = AudioKeys.fresh(place, sound.format());
        store.put(
                key,
                new Content(
                        passing,
                        sound.length(),
                        sound.format().contentType(),
                        AudioKeys.metadata(place, sound.format(), now)));
        SeenSound seen = passing.seen();
        if (!Audio.lasts(sound.durationMs(), seen.statedMillis())) {
            store.delete(key);
            throw new AudioRefused(Reason.DURATION);
        }
        Audio kept = settle.stored(
                Audio.stored(place, sound, key, seen, now, clock.instant().plus(times.raw(place.tenant()))));
        if (kept.key().equals(key)) {
            return new Outcome(kept, true);
        }
        store.delete(key);
        if (!kept.says(seen.sha256())) {
            throw new AudioDiffers(place);
        }
        return new Outcome(kept, false);
    }
}
