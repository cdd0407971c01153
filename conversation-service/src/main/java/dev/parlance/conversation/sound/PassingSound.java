package dev.parlance.conversation.sound;

import dev.parlance.contract.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// Looks at sound while it passes on to somebody else. Of all the bytes it keeps only the first and the last some
/// KiB, where containers say how long they last.
public final class PassingSound extends FilterInputStream {
    static final int HEAD = 64 << 10;
    static final int TAIL = 256 << 10;

    private final MessageDigest digest;
    private final byte[] head = new byte[HEAD];
    private final byte[] ring = new byte[TAIL];
    private long size;

    public PassingSound(InputStream in) {
        super(in);
        this.digest = Digest.SHA_256.begin();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int some = super.read(into, at, length);
        if (some > 0) {
            digest.update(into, at, some);
            keep(into, at, some);
            size += some;
        }
        return some;
    }

    @Override
    public long skip(long bytes) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void keep(byte[] from, int at, int length) {
        if (size < HEAD) {
            System.arraycopy(from, at, head, (int) size, (int) Math.min(length, HEAD - size));
        }
        int kept = Math.min(length, TAIL);
        int source = at + length - kept;
        int place = (int) ((size + length - kept) % TAIL);
        int first = Math.min(kept, TAIL - place);
        System.arraycopy(from, source, ring, place, first);
        System.arraycopy(from, source + first, ring, 0, kept - first);
    }

    /// What has passed; to be asked once, behind the last byte.
    public SeenSound seen() {
        var first = new byte[(int) Math.min(size, HEAD)];
        System.arraycopy(head, 0, first, 0, first.length);
        var last = new byte[(int) Math.min(size, TAIL)];
        int begin = size <= TAIL ? 0 : (int) (size % TAIL);
        int upToEnd = Math.min(last.length, TAIL - begin);
        System.arraycopy(ring, begin, last, 0, upToEnd);
        System.arraycopy(ring, 0, last, upToEnd, last.length - upToEnd);
        return new SeenSound(size, digest.digest(), first, last);
    }
}
