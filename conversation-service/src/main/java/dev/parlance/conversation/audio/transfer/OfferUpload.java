package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.bucket.CheckBucket;
import dev.parlance.conversation.audio.format.AudioFormat;
import dev.parlance.conversation.audio.recording.Audio;
import dev.parlance.conversation.audio.recording.AudioConfig;
import dev.parlance.conversation.audio.recording.AudioDiffers;
import dev.parlance.conversation.audio.recording.Audios;
import dev.parlance.conversation.audio.recording.TurnSide;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStore.Content;
import dev.parlance.conversation.audio.storage.ObjectStoreUnavailable;
import dev.parlance.conversation.audio.storage.SignedRequest;
import dev.parlance.conversation.dialogue.turn.SpokenTurns;
import dev.parlance.conversation.dialogue.turn.UnknownTurn;
import dev.parlance.kit.time.DatabaseClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Offers a direct upload to S3: stores a pending row and signs a request for exactly this size and type, under a
/// new key each time.
@ApplicationScoped
class OfferUpload {
    private final SpokenTurns turns;
    private final Audios audios;
    private final ObjectStore store;
    private final CheckBucket checkBucket;
    private final AudioConfig config;
    private final DatabaseClock clock;

    OfferUpload(
            SpokenTurns turns,
            Audios audios,
            ObjectStore store,
            CheckBucket checkBucket,
            AudioConfig config,
            DatabaseClock clock) {
        this.turns = turns;
        this.audios = audios;
        this.store = store;
        this.checkBucket = checkBucket;
        this.config = config;
        this.clock = clock;
    }

    record Offer(SignedRequest request, String key) {}

    /// @throws AudioDiffers           if the side already has audio
    /// @throws TooManyUploads         if so many were requested of late that came to nothing
    /// @throws ObjectStoreUnavailable if the bucket is not this installation's
    @Transactional
    Offer offer(TurnSide turnSide, NewUpload announced) {
        checkBucket.last().requireUploads();
        AudioFormat format = announced.format();
        long size = announced.size(config.maxBytes());
        Instant now = clock.instant();
        String key = AudioKeys.newKey(turnSide, format);
        var upload =
                Audio.pending(turnSide, format, key, size, announced.checksum(), now, now.plus(config.uploadTimeout()));
        if (!turns.lock(turnSide.tenant(), turnSide.conversation(), turnSide.turn())) {
            throw new UnknownTurn(turnSide.turn().toString());
        }
        if (audios.findAvailable(turnSide).isPresent()) {
            throw new AudioDiffers(turnSide);
        }
        requireRoom(turnSide, now);
        SignedRequest request = store.signedPut(
                key,
                new Content(
                        InputStream.nullInputStream(),
                        size,
                        format.contentType(),
                        AudioKeys.metadata(turnSide, format, now)),
                config.urlValidity());
        audios.insert(upload);
        return new Offer(request, key);
    }

    /// The lock on the turn makes the count exact.
    private void requireRoom(TurnSide turnSide, Instant now) {
        List<Instant> requests = audios.findRequestsSince(turnSide, now.minus(config.uploadTimeout()));
        if (requests.size() >= config.maxUploadsPerSide()) {
            Instant nextRoom =
                    requests.get(requests.size() - config.maxUploadsPerSide()).plus(config.uploadTimeout());
            throw new TooManyUploads(turnSide, config.maxUploadsPerSide(), Duration.between(now, nextRoom));
        }
    }
}
