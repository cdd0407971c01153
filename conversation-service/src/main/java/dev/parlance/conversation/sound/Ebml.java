package dev.parlance.conversation.sound;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/// The elements of a webm file, as far as they lead to its duration: `Segment`, in it `Info`, in it `Duration`. What
/// a browser records has none: it is not known when the head is written.
final class Ebml {
    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549A966L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long SCALE = 0x2AD7B1L;
    private static final long DURATION = 0x4489L;
    private static final double USUAL_SCALE = 1_000_000;

    private Ebml() {}

    static OptionalLong millis(ByteBuffer bytes) {
        while (bytes.remaining() > 2) {
            long id = id(bytes);
            long size = size(bytes);
            if (id == INFO) {
                return info(bytes, Math.toIntExact(Math.min(bytes.position() + size, bytes.limit())));
            }
            if (id == CLUSTER) {
                return OptionalLong.empty();
            }
            if (id != SEGMENT) {
                bytes.position(Math.toIntExact(bytes.position() + size));
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong info(ByteBuffer bytes, int end) {
        double scale = USUAL_SCALE;
        double duration = 0;
        while (bytes.position() < end) {
            long id = id(bytes);
            int size = Math.toIntExact(size(bytes));
            int next = bytes.position() + size;
            if (id == SCALE) {
                scale = unsigned(bytes, size);
            } else if (id == DURATION) {
                duration = size == 4 ? bytes.getFloat() : bytes.getDouble();
            }
            bytes.position(next);
        }
        return duration > 0 ? OptionalLong.of(Math.round(duration * scale / 1_000_000)) : OptionalLong.empty();
    }

    private static long id(ByteBuffer bytes) {
        int first = Byte.toUnsignedInt(bytes.get(bytes.position()));
        return unsigned(bytes, Integer.numberOfLeadingZeros(first) - 23);
    }

    /// Of unknown size is what is still being written; it is walked into, or ends the search.
    private static long size(ByteBuffer bytes) {
        int first = Byte.toUnsignedInt(bytes.get(bytes.position()));
        int length = Integer.numberOfLeadingZeros(first) - 23;
        long value = unsigned(bytes, length);
        return value & ((1L << (7 * length)) - 1);
    }

    private static long unsigned(ByteBuffer bytes, int length) {
        if (length > 8) {
            throw new IndexOutOfBoundsException("no EBML number begins with a zero byte");
        }
        long value = 0;
        for (int at = 0; at < length; at++) {
            value = value << 8 | Byte.toUnsignedLong(bytes.get());
        }
        return value;
    }
}
