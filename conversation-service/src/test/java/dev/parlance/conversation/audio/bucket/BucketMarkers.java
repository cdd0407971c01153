package dev.parlance.conversation.audio.bucket;

import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.ObjectStore.Content;
import dev.parlance.conversation.testing.Api;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// What others write into the bucket.
public final class BucketMarkers {
    private BucketMarkers() {}

    /// Another installation takes the bucket.
    public static void writeForeign(ObjectStore store) throws IOException {
        write(store, new BucketMarker(UUID.randomUUID(), UUID.randomUUID()));
    }

    /// This installation has written a mark that its database has lost since.
    public static void writeUnknownMark(ObjectStore store, Jdbi jdbi) throws IOException {
        write(store, new BucketMarker(new Installations(jdbi).get().id(), UUID.randomUUID()));
    }

    /// An operator says that the bucket is this installation's.
    public static void adopt() {
        Api.post("/v1/admin/audio/bucket:adopt", "").then().statusCode(200);
    }

    private static void write(ObjectStore store, BucketMarker marker) throws IOException {
        byte[] text = marker.text();
        store.put(
                BucketMarker.KEY,
                new Content(new ByteArrayInputStream(text), text.length, BucketMarker.CONTENT_TYPE, Map.of()));
    }
}
