package dev.parlance.conversation.audio.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Keeps the failure of the stream it wraps: the exception of an HTTP client does not tell whether the sender or S3
/// broke off.
final class UploadStream extends FilterInputStream {
    private volatile IOException failure;

    UploadStream(InputStream in) {
        super(in);
    }

    /// Null if reading has not failed.
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
    public int read(byte[] buffer, int at, int length) throws IOException {
        try {
            return super.read(buffer, at, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
