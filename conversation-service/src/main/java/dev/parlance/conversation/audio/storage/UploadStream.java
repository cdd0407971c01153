package dev.parlance.conversation.audio.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Keeps the failure of the stream it wraps: the exception of an HTTP client does not tell whether the sender or S3
/// broke off.
final class UploadStream extends FilterInputStream {
    private volatile IOException failure;
    private volatile RuntimeException refusal;

    UploadStream(InputStream in) {
        super(in);
    }

    /// Whether reading has failed.
    boolean hasFailed() {
        return failure != null || refusal != null;
    }

    /// Throws what reading has thrown, if it has failed.
    void rethrow() throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int at, int length) throws IOException {
        try {
            return super.read(buffer, at, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        } catch (RuntimeException e) {
            refusal = e;
            throw e;
        }
    }
}
