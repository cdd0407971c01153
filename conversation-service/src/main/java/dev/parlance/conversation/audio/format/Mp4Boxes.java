package dev.parlance.conversation.audio.format;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/// The boxes of an MP4 file on the path to its duration: `moov`, at the beginning or at the end, and in it `mvhd`.
final class Mp4Boxes {
    private Mp4Boxes() {}

    static OptionalLong millis(InspectedAudio audio) {
        long tailBegins = audio.size() - audio.tail().length;
        long at = 0;
        while (at >= 0 && at < audio.size()) {
            boolean inHead = at + 16 <= audio.head().length;
            if (!inHead && at < tailBegins) {
                return OptionalLong.empty();
            }
            ByteBuffer bytes = ByteBuffer.wrap(inHead ? audio.head() : audio.tail());
            int here = Math.toIntExact(inHead ? at : at - tailBegins);
            if (ContainerDuration.fourCc(bytes, here + 4).equals("moov")) {
                return inMoov(bytes, here + 8);
            }
            long size = size(bytes, here);
            if (size < 8) {
                return OptionalLong.empty();
            }
            at += size;
        }
        return OptionalLong.empty();
    }

    /// Reads at most eight boxes: `mvhd` is normally the first.
    private static OptionalLong inMoov(ByteBuffer bytes, int begin) {
        int at = begin;
        for (int box = 0; box < 8; box++) {
            if (ContainerDuration.fourCc(bytes, at + 4).equals("mvhd")) {
                return header(bytes, at + 8);
            }
            at = Math.toIntExact(at + Math.max(size(bytes, at), 8));
        }
        return OptionalLong.empty();
    }

    private static OptionalLong header(ByteBuffer bytes, int at) {
        boolean wide = bytes.get(at) == 1;
        long scale = Integer.toUnsignedLong(bytes.getInt(at + (wide ? 20 : 12)));
        long duration = wide ? bytes.getLong(at + 24) : Integer.toUnsignedLong(bytes.getInt(at + 16));
        boolean stated = scale > 0 && duration > 0 && duration < 0xffff_ffffL;
        return stated ? OptionalLong.of(duration * 1000 / scale) : OptionalLong.empty();
    }

    private static long size(ByteBuffer bytes, int at) {
        long size = Integer.toUnsignedLong(bytes.getInt(at));
        return size == 1 ? bytes.getLong(at + 8) : size;
    }
}
