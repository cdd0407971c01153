package dev.parlance.conversation.transcription;

import dev.parlance.conversation.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// The bytes of a sound in the store, opened by an HTTP client for each time that it sends them. They are closed
/// here: a client that breaks off closes nothing.
final class SoundBytes implements Supplier<InputStream>, AutoCloseable {
    private final ObjectStore store;
    private final String key;
    private final Queue<InputStream> opened = new ConcurrentLinkedQueue<>();

    SoundBytes(ObjectStore store, String key) {
        this.store = store;
        this.key = key;
    }

    @Override
    public InputStream get() {
        InputStream bytes = store.get(key)
                .orElseThrow(() -> new UncheckedIOException(new IOException("the sound has gone meanwhile")));
        opened.add(bytes);
        return bytes;
    }

    @Override
    public void close() {
        for (InputStream bytes : opened) {
            try {
                bytes.close();
            } catch (IOException _) {
                // nobody reads them any more
            }
        }
    }
}
