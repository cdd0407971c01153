package dev.parlance.conversation.audio;

import dev.parlance.conversation.audio.AudioRefused.Reason;
import dev.parlance.conversation.turn.UnknownTurn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/// What becomes of sound that has come: remembered, one transaction for each step; the store is asked in between.
@ApplicationScoped
class SettleUpload {
    private final Audios audios;
    private final AudioConfig config;
    private final RetentionTimes times;
    private final Event<SoundAvailable> available;
    private final Clock clock;

    SettleUpload(
            Audios audios, AudioConfig config, RetentionTimes times, Event<SoundAvailable> available, Clock clock) {
        this.audios = audios;
        this.config = config;
        this.times = times;
        this.available = available;
        this.clock = clock;
    }

    /// The client says that its upload is there: the sound is looked at now, or later if S3 is away.
    ///
    /// @param key        that it was given; null speaks of the last one
    /// @param durationMs null where it says nothing
    /// @return what is to be looked at, or what is available already
    /// @throws AudioRefused     if it was refused before
    /// @throws AudioNotUploaded if nobody waits for it
    @Transactional
    Audio told(Place place, String key, Integer durationMs) {
        if (!audios.lockTurn(place)) {
            throw new UnknownTurn(place.turn().toString());
        }
        // An available one first: the client may say again what it has said of it.
        Optional<Audio> known = audios.ofSide(place).stream()
                .filter(audio -> audio.cameAs(key))
                .min(Comparator.comparing((Audio audio) -> audio.state() != AudioState.AVAILABLE)
                        .thenComparing(audio -> !audio.isOpen()));
        Audio audio = known.orElseThrow(() -> new AudioNotUploaded(place));
        return switch (audio.state()) {
            case AVAILABLE -> audio;
            case REFUSED -> throw AudioRefused.of(audio.reason());
            case EXPIRED -> throw new AudioNotUploaded(place);
            case PENDING, UPLOADED -> {
                Instant now = clock.instant();
                audios.uploaded(audio.key(), durationMs, now, now.plus(config.check()));
                yield audio.toldAt(now, durationMs);
            }
        };
    }

    /// Nothing is there: the client may still bring it, unless another look was quicker and has kept it.
    ///
    /// @return what that one has kept
    @Transactional
    Optional<Audio> notThere(Audio told) {
        Optional<Audio> kept = audios.available(told.place()).filter(audio -> audio.cameAs(told.key()));
        if (kept.isEmpty()) {
            audios.pending(told.key());
        }
        return kept;
    }

    @Transactional
    void refused(Audio told, Reason reason) {
        audios.end(told.key(), AudioState.REFUSED, reason.field());
    }

    /// It is what it was announced as, and stands under a key that nobody may write to.
    ///
    /// @return the sound that the side has now: this one, unless another was quicker
    /// @throws AudioNotUploaded if it was refused or given up meanwhile
    @Transactional
    Audio available(Audio told, String kept, OptionalLong stated) {
        Place place = told.place();
        if (!audios.lockTurn(place)) {
            throw new UnknownTurn(place.turn().toString());
        }
        Optional<Audio> quicker = audios.available(place);
        if (quicker.isPresent()) {
            audios.end(told.key(), AudioState.EXPIRED, "audio-differs");
            return quicker.get();
        }
        Audio checked = told.keptAs(kept, stated, clock.instant().plus(times.raw(place.tenant())));
        if (!audios.available(told.key(), checked)) {
            throw new AudioNotUploaded(place);
        }
        available.fire(checked.event());
        return checked;
    }

    /// The same of sound that came through this service.
    @Transactional
    Audio stored(Audio sound) {
        Place place = sound.place();
        if (!audios.lockTurn(place)) {
            throw new UnknownTurn(place.turn().toString());
        }
        Optional<Audio> quicker = audios.available(place);
        if (quicker.isPresent()) {
            return quicker.get();
        }
        audios.add(sound);
        available.fire(sound.event());
        return sound;
    }
}
