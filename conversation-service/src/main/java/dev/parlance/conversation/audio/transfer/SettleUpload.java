package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.recording.Audio;
import dev.parlance.conversation.audio.recording.AudioAvailable;
import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.conversation.audio.recording.AudioRefused;
import dev.parlance.conversation.audio.recording.AudioRefused.Reason;
import dev.parlance.conversation.audio.recording.AudioState;
import dev.parlance.conversation.audio.recording.Audios;
import dev.parlance.conversation.audio.recording.TurnSide;
import dev.parlance.conversation.audio.retention.RetentionPeriods;
import dev.parlance.conversation.dialogue.turn.SpokenTurns;
import dev.parlance.conversation.dialogue.turn.UnknownTurn;
import dev.parlance.kit.time.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/// The state changes of uploads, one transaction each; S3 is called between them.
@ApplicationScoped
class SettleUpload {
    private final SpokenTurns turns;
    private final Audios audios;
    private final AudioConfig config;
    private final RetentionPeriods retentionPeriods;
    private final Event<AudioAvailable> availableEvents;
    private final DatabaseClock clock;

    SettleUpload(
            SpokenTurns turns,
            Audios audios,
            AudioConfig config,
            RetentionPeriods retentionPeriods,
            Event<AudioAvailable> availableEvents,
            DatabaseClock clock) {
        this.turns = turns;
        this.audios = audios;
        this.config = config;
        this.retentionPeriods = retentionPeriods;
        this.availableEvents = availableEvents;
        this.clock = clock;
    }

    /// The client reports that its upload is complete: it is checked now, or later if S3 is unavailable.
    ///
    /// @param key        of the upload; null for the last one
    /// @param durationMs null if the client states none
    /// @return the upload to be checked, or the audio that is already available
    /// @throws AudioRefused     if it was refused before
    /// @throws AudioNotUploaded if no upload is open
    @Transactional
    Audio reportUploaded(TurnSide turnSide, String key, Integer durationMs) {
        lockTurn(turnSide);
        // Available audio first: the client may repeat its report.
        Optional<Audio> known = audios.findBySide(turnSide).stream()
                .filter(audio -> audio.wasUploadedAs(key))
                .min(Comparator.comparing((Audio audio) -> audio.state() != AudioState.AVAILABLE)
                        .thenComparing(audio -> !audio.isOpen()));
        Audio audio = known.orElseThrow(() -> new AudioNotUploaded(turnSide));
        return switch (audio.state()) {
            case AVAILABLE -> audio;
            case REFUSED -> throw AudioRefused.of(audio.reason());
            case EXPIRED -> throw new AudioNotUploaded(turnSide);
            case PENDING, UPLOADED -> {
                Instant now = clock.instant();
                audios.markUploaded(audio.key(), durationMs, now, now.plus(config.checkInterval()));
                yield audio.markUploaded(now, durationMs);
            }
        };
    }

    /// The object does not exist: the client may still upload it, unless a concurrent check has made the audio
    /// available.
    ///
    /// @return the audio of that check
    @Transactional
    Optional<Audio> reportMissing(Audio upload) {
        Optional<Audio> available =
                audios.findAvailable(upload.turnSide()).filter(audio -> audio.wasUploadedAs(upload.key()));
        if (available.isEmpty()) {
            audios.markPending(upload.key());
        }
        return available;
    }

    @Transactional
    void markRefused(Audio upload, Reason reason) {
        audios.finish(upload.key(), AudioState.REFUSED, reason.field());
    }

    /// The check succeeded, and the object has a key that nobody may write to.
    ///
    /// @return the audio that the side has now: this one, unless a concurrent upload was faster
    /// @throws AudioNotUploaded if the upload was refused or given up meanwhile
    @Transactional
    Audio makeAvailable(Audio upload, String copyKey, OptionalLong containerDuration) {
        TurnSide turnSide = upload.turnSide();
        lockTurn(turnSide);
        Optional<Audio> existing = audios.findAvailable(turnSide);
        if (existing.isPresent()) {
            audios.finish(upload.key(), AudioState.EXPIRED, "audio-differs");
            return existing.get();
        }
        Audio checked = upload.markAvailable(
                copyKey, containerDuration, clock.instant().plus(retentionPeriods.raw(turnSide.tenant())));
        if (!audios.markAvailable(upload.key(), checked)) {
            throw new AudioNotUploaded(turnSide);
        }
        availableEvents.fire(checked.availableEvent());
        return checked;
    }

    /// Stores audio that came through this service.
    ///
    /// @return the audio that the side has now: this one, unless a concurrent upload was faster
    @Transactional
    Audio recordStored(Audio audio) {
        TurnSide turnSide = audio.turnSide();
        lockTurn(turnSide);
        Optional<Audio> existing = audios.findAvailable(turnSide);
        if (existing.isPresent()) {
            return existing.get();
        }
        audios.insert(audio);
        availableEvents.fire(audio.availableEvent());
        return audio;
    }

    /// @throws UnknownTurn if there is none
    private void lockTurn(TurnSide turnSide) {
        if (!turns.lock(turnSide.tenant(), turnSide.conversation(), turnSide.turn())) {
            throw new UnknownTurn(turnSide.turn().toString());
        }
    }
}
