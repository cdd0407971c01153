package dev.parlance.conversation.audio;

import dev.parlance.conversation.audio.AudioRefused.Reason;
import dev.parlance.conversation.sound.PassingSound;
import dev.parlance.conversation.sound.SeenSound;
import dev.parlance.conversation.sound.SoundFormat;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.conversation.store.StoreUnavailable;
import dev.parlance.conversation.store.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/// A client has brought sound to S3: look whether it is what was announced. It is copied first, and the copy is
/// looked at: whoever holds the signed URL may write once more under the old key until it expires, and must not
/// change what was looked at. What is left under the old key is removed here, and what comes there later by the
/// sweeper.
@ApplicationScoped
class CheckUpload {
    private static final Logger LOG = Logger.getLogger(CheckUpload.class);

    private final SettleUpload settle;
    private final ObjectStore store;
    private final Streams streams;
    private final Clock clock;

    CheckUpload(SettleUpload settle, ObjectStore store, Streams streams, Clock clock) {
        this.settle = settle;
        this.store = store;
        this.streams = streams;
        this.clock = clock;
    }

    /// @param told an upload of which the client has told
    /// @return the sound that the side has now
    /// @throws AudioNotUploaded if nothing is there; the client may still bring it
    /// @throws AudioRefused     if it is something else; it has been removed
    /// @throws AudioDiffers     if the side got other sound meanwhile
    /// @throws StoreUnavailable if S3 does not answer: it is looked at again later
    Audio check(Audio told) {
        return streams.within(() -> {
            Optional<StoredObject> there = store.head(told.key());
            if (there.isEmpty()) {
                return keptByAnother(told);
            }
            if (there.get().size() != told.sizeBytes()) {
                throw refused(told, Reason.SIZE);
            }
            String kept = freshKey(told);
            if (!copied(told, kept)) {
                return keptByAnother(told);
            }
            SeenSound seen = look(kept, told.sizeBytes());
            Optional<Reason> refusal = told.refusal(seen);
            if (refusal.isPresent()) {
                remove(kept);
                throw refused(told, refusal.get());
            }
            Audio now = settle.available(told, kept, seen.statedMillis());
            remove(told.key());
            if (!now.key().equals(kept)) {
                remove(kept);
                if (!now.says(told.sha256())) {
                    throw new AudioDiffers(told.place());
                }
            }
            return now;
        });
    }

    private AudioRefused refused(Audio told, Reason reason) {
        settle.refused(told, reason);
        remove(told.key());
        LOG.infof(
                "event=audio-refused turn=%s side=%s field=%s",
                told.place().turn(), told.place().side().wire(), reason.field());
        return new AudioRefused(reason);
    }

    /// A client may tell of it twice at once: whoever was quicker has removed it.
    private Audio keptByAnother(Audio told) {
        return settle.notThere(told).orElseThrow(() -> new AudioNotUploaded(told.place()));
    }

    private static String freshKey(Audio told) {
        return AudioKeys.fresh(told.place(), format(told));
    }

    private boolean copied(Audio told, String kept) {
        return store.copy(
                told.key(), kept, told.contentType(), AudioKeys.metadata(told.place(), format(told), clock.instant()));
    }

    private static SoundFormat format(Audio told) {
        return SoundFormat.ofContentType(told.contentType()).orElseThrow();
    }

    /// Reads one byte more than announced at the most.
    private SeenSound look(String key, long size) {
        try (InputStream bytes = store.get(key).orElseThrow(() -> new StoreUnavailable("copy-missing"));
                var passing = new PassingSound(bytes)) {
            var into = new byte[16 << 10];
            long read = 0;
            int some;
            while (read <= size && (some = passing.read(into, 0, into.length)) >= 0) {
                read += some;
            }
            return passing.seen();
        } catch (IOException e) {
            throw new StoreUnavailable(e.getClass().getSimpleName());
        }
    }

    /// What cannot be removed now is an orphan, and the sweeper's.
    private void remove(String key) {
        try {
            store.delete(key);
        } catch (StoreUnavailable unavailable) {
            LOG.infof("event=object-left-behind cause=%s", unavailable.reason());
        }
    }
}
