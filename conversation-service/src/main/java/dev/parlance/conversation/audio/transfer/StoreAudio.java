package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.bucket.CheckBucket;
import dev.parlance.conversation.audio.format.AudioFormat;
import dev.parlance.conversation.audio.format.AudioInspector;
import dev.parlance.conversation.audio.format.InspectedAudio;
import dev.parlance.conversation.audio.recording.Audio;
import dev.parlance.conversation.audio.recording.AudioDiffers;
import dev.parlance.conversation.audio.recording.AudioRefused;
import dev.parlance.conversation.audio.recording.AudioRefused.Reason;
import dev.parlance.conversation.audio.recording.Audios;
import dev.parlance.conversation.audio.recording.TurnSide;
import dev.parlance.conversation.audio.retention.RetentionPeriods;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStore.Content;
import dev.parlance.conversation.audio.transfer.ClientPermits.Permit;
import dev.parlance.conversation.dialogue.turn.SpokenTurns;
import dev.parlance.conversation.dialogue.turn.UnknownTurn;
import dev.parlance.kit.time.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/// Streams an upload through this service to S3, never whole in memory, and checks it on the way.
@ApplicationScoped
class StoreAudio {
    private final SpokenTurns turns;
    private final Audios audios;
    private final SettleUpload settleUpload;
    private final ObjectStore store;
    private final CheckBucket checkBucket;
    private final AudioStreamLimit streamLimit;
    private final RetentionPeriods retentionPeriods;
    private final DatabaseClock clock;

    StoreAudio(
            SpokenTurns turns,
            Audios audios,
            SettleUpload settleUpload,
            ObjectStore store,
            CheckBucket checkBucket,
            AudioStreamLimit streamLimit,
            RetentionPeriods retentionPeriods,
            DatabaseClock clock) {
        this.turns = turns;
        this.audios = audios;
        this.settleUpload = settleUpload;
        this.store = store;
        this.checkBucket = checkBucket;
        this.streamLimit = streamLimit;
        this.retentionPeriods = retentionPeriods;
        this.clock = clock;
    }

    /// @param length     in bytes, from `Content-Length`
    /// @param durationMs null if the client states none
    record IncomingAudio(AudioFormat format, long length, Integer durationMs, InputStream bytes) {}

    /// @param isNew false if the side already had the same bytes
    record StoreResult(Audio audio, boolean isNew) {}

    /// @param client address
    /// @throws AudioRefused           if signature or duration differ from what was declared
    /// @throws AudioDiffers           if the side has other audio
    /// @throws ObjectStoreUnavailable if S3 fails, or the bucket is not this installation's; nothing was stored
    StoreResult store(TurnSide turnSide, IncomingAudio audio, String client) {
        if (turns.findAnnouncedSides(turnSide.tenant(), turnSide.conversation(), turnSide.turn())
                .isEmpty()) {
            throw new UnknownTurn(turnSide.turn().toString());
        }
        Optional<Audio> known = audios.findAvailable(turnSide);
        try (Permit _ = streamLimit.acquireUpload(client)) {
            var inspector = new AudioInspector(checkFormat(audio));
            return known.isPresent() ? compareWithKnown(known.get(), inspector) : storeNew(turnSide, audio, inspector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Checks the signature first, so that other content never reaches S3.
    private static InputStream checkFormat(IncomingAudio audio) throws IOException {
        byte[] signature = audio.bytes().readNBytes(AudioFormat.SIGNATURE_BYTES);
        if (!AudioFormat.of(signature).equals(Optional.of(audio.format()))) {
            throw new AudioRefused(Reason.TYPE);
        }
        return new SequenceInputStream(new ByteArrayInputStream(signature), audio.bytes());
    }

    private static StoreResult compareWithKnown(Audio known, AudioInspector inspector) throws IOException {
        inspector.transferTo(OutputStream.nullOutputStream());
        if (!known.hasChecksum(inspector.result().sha256())) {
            throw new AudioDiffers(known.turnSide());
        }
        return new StoreResult(known, false);
    }

    private StoreResult storeNew(TurnSide turnSide, IncomingAudio audio, AudioInspector inspector) throws IOException {
        checkBucket.lastKnown().requireUploads();
        Instant now = clock.instant();
        String key = AudioKeys.newKey(turnSide, audio.format());
        store.put(
                key,
                new Content(
                        inspector,
                        audio.length(),
                        audio.format().contentType(),
                        AudioKeys.metadata(turnSide, audio.format(), now)));
        InspectedAudio inspected = inspector.result();
        if (!Audio.durationMatches(audio.durationMs(), inspected.durationMillis())) {
            store.delete(key);
            throw new AudioRefused(Reason.DURATION);
        }
        Audio current = settleUpload.recordStored(Audio.stored(
                turnSide,
                audio.format(),
                audio.durationMs(),
                key,
                inspected,
                now,
                clock.instant().plus(retentionPeriods.raw(turnSide.tenant()))));
        if (current.key().equals(key)) {
            return new StoreResult(current, true);
        }
        store.delete(key);
        if (!current.hasChecksum(inspected.sha256())) {
            throw new AudioDiffers(turnSide);
        }
        return new StoreResult(current, false);
    }
}
