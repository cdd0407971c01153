package dev.parlance.conversation.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that remembers its own failure: behind an HTTP client nobody could tell whether the sender or S3 broke
/// off.
final class Sent extends FilterInputStream {
    private volatile IOException failure;

    Sent(InputStream in) {
        super(in);
    }

    /// Null as long as the sender has kept his word.
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        try {
            return super.read(into, at, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
