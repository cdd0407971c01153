package dev.parlance.conversation.audio.format;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/// The EBML elements of a WebM file on the path to its duration: `Segment`, `Info`, `Duration`. Browser recordings
/// have no duration, because it is unknown when the header is written.
final class Ebml {
    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549A966L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long TIMECODE_SCALE = 0x2AD7B1L;
    private static final long DURATION = 0x4489L;
    private static final double DEFAULT_TIMECODE_SCALE = 1_000_000;

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
        double scale = DEFAULT_TIMECODE_SCALE;
        double duration = 0;
        while (bytes.position() < end) {
            long id = id(bytes);
            int size = Math.toIntExact(size(bytes));
            int next = bytes.position() + size;
            if (id == TIMECODE_SCALE) {
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

    /// An element of unknown size is still being written: the parser descends into it, or stops.
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
