package dev.parlance.conversation.audio;

import dev.parlance.conversation.sound.SoundFormat;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.conversation.store.ObjectStore.Content;
import dev.parlance.conversation.store.SignedRequest;
import dev.parlance.conversation.turn.UnknownTurn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/// A client wants to bring sound to S3 by itself: keep a place for it and sign a request that stores exactly that
/// much of exactly that kind, under a key of its own each time.
@ApplicationScoped
class OfferUpload {
    private final Audios audios;
    private final ObjectStore store;
    private final AudioConfig config;
    private final Clock clock;

    OfferUpload(Audios audios, ObjectStore store, AudioConfig config, Clock clock) {
        this.audios = audios;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    record Offer(SignedRequest request, String key) {}

    /// @throws AudioDiffers if the side has its sound
    @Transactional
    Offer offer(Place place, NewUpload wanted) {
        SoundFormat format = wanted.format();
        long size = wanted.size(config.maxBytes());
        Instant now = clock.instant();
        String key = AudioKeys.fresh(place, format);
        var upload = Audio.pending(place, format, key, wanted, now, now.plus(config.pending()));
        if (!audios.lockTurn(place)) {
            throw new UnknownTurn(place.turn().toString());
        }
        if (audios.available(place).isPresent()) {
            throw new AudioDiffers(place);
        }
        SignedRequest request = store.signedPut(
                key,
                new Content(
                        InputStream.nullInputStream(),
                        size,
                        format.contentType(),
                        AudioKeys.metadata(place, format, now)),
                config.urlValidity());
        audios.add(upload);
        return new Offer(request, key);
    }
}
