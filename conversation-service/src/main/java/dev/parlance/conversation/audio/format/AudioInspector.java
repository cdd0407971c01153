package dev.parlance.conversation.audio.format;

import dev.parlance.contract.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// Computes size and checksum of audio while another reader consumes the stream. Buffers only the first 64 KiB and
/// the last 256 KiB, where containers state their duration.
public final class AudioInspector extends FilterInputStream {
    static final int HEAD_BYTES = 64 << 10;
    static final int TAIL_BYTES = 256 << 10;

    private final MessageDigest digest;
    private final byte[] head = new byte[HEAD_BYTES];
    private final byte[] ring = new byte[TAIL_BYTES];
    private long size;

    public AudioInspector(InputStream in) {
        super(in);
        this.digest = Digest.SHA_256.newDigest();
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int at, int length) throws IOException {
        int count = super.read(buffer, at, length);
        if (count > 0) {
            digest.update(buffer, at, count);
            buffer(buffer, at, count);
            size += count;
        }
        return count;
    }

    @Override
    public long skip(long bytes) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void buffer(byte[] from, int at, int length) {
        if (size < HEAD_BYTES) {
            System.arraycopy(from, at, head, (int) size, (int) Math.min(length, HEAD_BYTES - size));
        }
        int kept = Math.min(length, TAIL_BYTES);
        int source = at + length - kept;
        int position = (int) ((size + length - kept) % TAIL_BYTES);
        int first = Math.min(kept, TAIL_BYTES - position);
        System.arraycopy(from, source, ring, position, first);
        System.arraycopy(from, source + first, ring, 0, kept - first);
    }

    /// The result; call it once, after the last byte was read.
    public InspectedAudio result() {
        var first = new byte[(int) Math.min(size, HEAD_BYTES)];
        System.arraycopy(head, 0, first, 0, first.length);
        var last = new byte[(int) Math.min(size, TAIL_BYTES)];
        int begin = size <= TAIL_BYTES ? 0 : (int) (size % TAIL_BYTES);
        int upToEnd = Math.min(last.length, TAIL_BYTES - begin);
        System.arraycopy(ring, begin, last, 0, upToEnd);
        System.arraycopy(ring, 0, last, upToEnd, last.length - upToEnd);
        return new InspectedAudio(size, digest.digest(), first, last);
    }
}
