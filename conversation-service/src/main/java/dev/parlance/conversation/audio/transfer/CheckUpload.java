package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.bucket.CheckBucket;
import dev.parlance.conversation.audio.format.AudioFormat;
import dev.parlance.conversation.audio.format.AudioInspector;
import dev.parlance.conversation.audio.format.InspectedAudio;
import dev.parlance.conversation.audio.recording.Audio;
import dev.parlance.conversation.audio.recording.AudioDiffers;
import dev.parlance.conversation.audio.recording.AudioRefused;
import dev.parlance.conversation.audio.recording.AudioRefused.Reason;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStoreUnavailable;
import dev.parlance.conversation.audio.storage.StoredObject;
import dev.parlance.conversation.audio.transfer.ClientPermits.Permit;
import dev.parlance.kit.problem.Overloaded;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Checks that an uploaded object is what was announced. The object is copied first and the copy is checked: the
/// signed URL can overwrite the old key until it expires, and must not change what was checked. The object under the
/// old key is deleted here; one that is written there later is deleted by a sweep.
@ApplicationScoped
class CheckUpload {
    private static final Logger LOG = Logger.getLogger(CheckUpload.class);

    private final SettleUpload settleUpload;
    private final ObjectStore store;
    private final CheckBucket checkBucket;
    private final AudioStreamLimit streamLimit;
    private final Clock clock;

    CheckUpload(
            SettleUpload settleUpload,
            ObjectStore store,
            CheckBucket checkBucket,
            AudioStreamLimit streamLimit,
            Clock clock) {
        this.settleUpload = settleUpload;
        this.store = store;
        this.checkBucket = checkBucket;
        this.streamLimit = streamLimit;
        this.clock = clock;
    }

    /// Checks an upload while its client waits.
    ///
    /// @throws Overloaded if too many are checked already: the check is repeated later
    /// @see #check
    Audio checkForClient(Audio upload) {
        try (Permit _ = streamLimit.acquireCheck()) {
            return check(upload);
        }
    }

    /// @param upload that the client reported
    /// @return the audio that the side has now
    /// @throws AudioNotUploaded       if there is no object; the client may still upload it
    /// @throws AudioRefused           if it is not what was announced; it was removed
    /// @throws AudioDiffers           if the side got other audio meanwhile
    /// @throws ObjectStoreUnavailable if S3 does not answer, or the bucket is not this installation's: the check is
    ///     repeated later
    Audio check(Audio upload) {
        checkBucket.lastKnown().requireUploads();
        Optional<StoredObject> object = store.head(upload.key());
        if (object.isEmpty()) {
            return findCheckedByOther(upload);
        }
        if (object.get().size() != upload.sizeBytes()) {
            throw refuse(upload, Reason.SIZE);
        }
        String copyKey = newKey(upload);
        if (!copy(upload, copyKey)) {
            return findCheckedByOther(upload);
        }
        InspectedAudio inspected = inspect(copyKey, upload.sizeBytes());
        Optional<Reason> refusal = upload.findMismatch(inspected);
        if (refusal.isPresent()) {
            deleteIfReachable(copyKey);
            throw refuse(upload, refusal.get());
        }
        Audio current = settleUpload.makeAvailable(upload, copyKey, inspected.durationMillis());
        deleteIfReachable(upload.key());
        if (!current.key().equals(copyKey)) {
            deleteIfReachable(copyKey);
            if (!current.hasChecksum(upload.sha256())) {
                throw new AudioDiffers(upload.turnSide());
            }
        }
        return current;
    }

    private AudioRefused refuse(Audio upload, Reason reason) {
        settleUpload.markRefused(upload, reason);
        deleteIfReachable(upload.key());
        LOG.infof(
                "event=audio-refused turn=%s side=%s field=%s",
                upload.turnSide().turn(), upload.turnSide().side().wireName(), reason.field());
        return new AudioRefused(reason);
    }

    /// Two reports of one upload can run at once: the other one may have moved the object already.
    private Audio findCheckedByOther(Audio upload) {
        return settleUpload.reportMissing(upload).orElseThrow(() -> new AudioNotUploaded(upload.turnSide()));
    }

    private static String newKey(Audio upload) {
        return AudioKeys.newKey(upload.turnSide(), format(upload));
    }

    private boolean copy(Audio upload, String copyKey) {
        return store.copy(
                upload.key(),
                copyKey,
                upload.contentType(),
                AudioKeys.metadata(upload.turnSide(), format(upload), clock.instant()));
    }

    private static AudioFormat format(Audio upload) {
        return AudioFormat.ofContentType(upload.contentType()).orElseThrow();
    }

    /// Reads at most one buffer more than the announced size.
    private InspectedAudio inspect(String key, long size) {
        try (InputStream bytes = store.get(key).orElseThrow(() -> new ObjectStoreUnavailable("copy-missing"));
                var inspector = new AudioInspector(bytes)) {
            var buffer = new byte[16 << 10];
            long read = 0;
            int count;
            while (read <= size && (count = inspector.read(buffer, 0, buffer.length)) >= 0) {
                read += count;
            }
            return inspector.result();
        } catch (IOException e) {
            throw new ObjectStoreUnavailable(e.getClass().getSimpleName());
        }
    }

    /// An object that cannot be deleted now is left to a sweep.
    private void deleteIfReachable(String key) {
        try {
            store.delete(key);
        } catch (ObjectStoreUnavailable unavailable) {
            LOG.infof("event=object-not-deleted cause=%s", unavailable.reason());
        }
    }
}
