package dev.parlance.conversation.audio.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// The bytes of an object, opened anew each time that an HTTP client sends them. All streams are closed here,
/// because an aborted HTTP client closes none.
public final class ReopenableObject implements Supplier<InputStream>, AutoCloseable {
    private final ObjectStore store;
    private final String key;
    private final Queue<InputStream> openStreams = new ConcurrentLinkedQueue<>();

    public ReopenableObject(ObjectStore store, String key) {
        this.store = store;
        this.key = key;
    }

    @Override
    public InputStream get() {
        InputStream bytes = store.get(key)
                .orElseThrow(() -> new UncheckedIOException(new IOException("the object was deleted meanwhile")));
        openStreams.add(bytes);
        return bytes;
    }

    @Override
    public void close() {
        for (InputStream bytes : openStreams) {
            try {
                bytes.close();
            } catch (IOException _) {
                // no longer read
            }
        }
    }
}
