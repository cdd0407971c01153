package dev.parlance.conversation.audio.bucket;

import dev.parlance.conversation.audio.recording.RetainedAudios;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStore.Content;
import dev.parlance.conversation.audio.storage.ObjectStoreUnavailable;
import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Compares the ids of database and bucket, and writes that of the bucket. A bucket is taken silently only if it is
/// empty or new and the database has no audio: everything else is an operator's decision.
@ApplicationScoped
public class CheckBucket {
    private static final Logger LOG = Logger.getLogger(CheckBucket.class);

    private final Installations installations;
    private final RetainedAudios audios;
    private final ObjectStore store;
    private volatile BucketState last = BucketState.UNKNOWN;

    CheckBucket(Installations installations, RetainedAudios audios, ObjectStore store) {
        this.installations = installations;
        this.audios = audios;
        this.store = store;
    }

    /// What the last check on this instance found.
    public BucketState last() {
        return last;
    }

    /// What the last check found; checks now if there was none.
    ///
    /// @throws ObjectStoreUnavailable if S3 does not answer
    public BucketState lastKnown() {
        return last == BucketState.UNKNOWN ? check() : last;
    }

    /// Asks S3 and the database now.
    ///
    /// @throws ObjectStoreUnavailable if S3 does not answer
    public BucketState check() {
        BucketState state = compare();
        if (state != last) {
            last = state;
            if (state.allowsRemoval()) {
                LOG.info("event=bucket-own");
            } else {
                LOG.warnf("event=bucket-refused state=%s advice=\"%s\"", state.wireName(), state.advice());
            }
        }
        return state;
    }

    /// Writes the next mark to the bucket if it is this installation's own. A mark that did not arrive is written again
    /// before there is another.
    void mark() {
        if (!check().allowsRemoval()) {
            return;
        }
        Optional<BucketMarker> marker = readMarker();
        Installation installation = installations.get();
        if (marker.map(installation::compareWith).equals(Optional.of(BucketState.OWN))) {
            boolean arrived = marker.orElseThrow().mark().equals(installation.newestMark());
            write(arrived ? installations.addMark(NewId.random()) : installation);
        }
    }

    /// Makes the bucket this installation's own, under a new id: copies of this database do not have it. The bucket is
    /// created if there is none.
    ///
    /// @return whether anything was changed: not if the bucket was its own before
    @Transactional
    public boolean adopt() {
        BucketState before = check();
        if (before.allowsRemoval()) {
            return false;
        }
        store.createBucketIfMissing();
        Installation adopted = installations.replace(NewId.random(), NewId.random());
        write(adopted);
        LOG.warnf("event=bucket-adopted state=%s installation=%s", before.wireName(), adopted.id());
        return true;
    }

    private BucketState compare() {
        if (!store.bucketExists()) {
            if (audios.existAvailable()) {
                return BucketState.MISSING;
            }
            if (store.createBucketIfMissing()) {
                LOG.info("event=bucket-created");
            }
        }
        // First the bucket, then the database: a mark is in the database before it is in the bucket.
        Optional<BucketMarker> marker = readMarker();
        Installation installation = installations.get();
        if (marker.isPresent()) {
            return installation.compareWith(marker.get());
        }
        if (!store.list("", "", 1).isEmpty()) {
            return BucketState.UNMARKED;
        }
        if (audios.existAvailable()) {
            return BucketState.EMPTY;
        }
        write(installation);
        return BucketState.OWN;
    }

    private Optional<BucketMarker> readMarker() {
        Optional<InputStream> object = store.get(BucketMarker.KEY);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream bytes = object.get()) {
            return BucketMarker.parse(bytes.readNBytes(BucketMarker.MAX_BYTES));
        } catch (IOException e) {
            throw new ObjectStoreUnavailable(e.getClass().getSimpleName());
        }
    }

    private void write(Installation installation) {
        byte[] text = installation.marker().text();
        try {
            store.put(
                    BucketMarker.KEY,
                    new Content(new ByteArrayInputStream(text), text.length, BucketMarker.CONTENT_TYPE, Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
