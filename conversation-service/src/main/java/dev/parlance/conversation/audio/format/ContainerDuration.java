package dev.parlance.conversation.audio.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/// The duration that a container states. Broken data, or data outside the buffered bytes, counts as not stated: a
/// client is never refused because of a header that cannot be read.
final class ContainerDuration {
    private static final int FRAME_COUNT_FLAG = 1;

    private ContainerDuration() {}

    static OptionalLong millis(AudioFormat format, InspectedAudio audio) {
        try {
            OptionalLong stated =
                    switch (format) {
                        case WAV -> wav(littleEndian(audio.head()));
                        case OGG -> ogg(audio.head(), audio.tail());
                        case MP3 -> mp3(audio.head());
                        case M4A -> Mp4Boxes.millis(audio);
                        case WEBM -> Ebml.millis(ByteBuffer.wrap(audio.head()));
                    };
            return stated.isPresent() && isPlausible(stated.getAsLong()) ? stated : OptionalLong.empty();
        } catch (IndexOutOfBoundsException
                | BufferUnderflowException
                | ArithmeticException
                | IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    /// Weeks of audio in some MiB mean a broken or forged header.
    private static boolean isPlausible(long millis) {
        return millis >= 0 && millis <= Integer.MAX_VALUE;
    }

    private static OptionalLong wav(ByteBuffer bytes) {
        long rate = 0;
        int at = 12;
        while (at + 8 <= bytes.limit()) {
            String chunk = fourCc(bytes, at);
            long size = Integer.toUnsignedLong(bytes.getInt(at + 4));
            if (chunk.equals("fmt ")) {
                rate = Integer.toUnsignedLong(bytes.getInt(at + 16));
            }
            if (chunk.equals("data")) {
                // A recorder that cannot seek back to its header leaves 0 or all ones.
                boolean stated = size > 0 && size < 0xffff_ff00L && rate > 0;
                return stated ? OptionalLong.of(size * 1000 / rate) : OptionalLong.empty();
            }
            at = Math.toIntExact(at + 8 + size + (size & 1));
        }
        return OptionalLong.empty();
    }

    private static OptionalLong ogg(byte[] head, byte[] tail) {
        ByteBuffer first = littleEndian(head);
        int packet = 27 + Byte.toUnsignedInt(first.get(26));
        long rate;
        long skipped = 0;
        if (fourCc(first, packet).equals("Opus")) {
            rate = 48_000;
            skipped = Short.toUnsignedInt(first.getShort(packet + 10));
        } else if (fourCc(first, packet + 1).equals("vorb")) {
            rate = Integer.toUnsignedLong(first.getInt(packet + 12));
        } else {
            return OptionalLong.empty();
        }
        ByteBuffer last = littleEndian(tail);
        for (int at = tail.length - 27; at >= 0 && rate > 0; at--) {
            if (tail[at] == 'O' && fourCc(last, at).equals("OggS") && last.getLong(at + 6) > skipped) {
                return OptionalLong.of((last.getLong(at + 6) - skipped) * 1000 / rate);
            }
        }
        return OptionalLong.empty();
    }

    /// Only the frame count that the encoder wrote counts; a duration from a constant bit rate would be a guess.
    private static OptionalLong mp3(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head);
        int at = 0;
        if (fourCc(bytes, 0).startsWith("ID3")) {
            at = 10 + (head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]);
        }
        Optional<Mp3Frame> frame = Mp3Frame.at(head, at);
        if (frame.isEmpty()) {
            return OptionalLong.empty();
        }
        int count = at + 4 + frame.get().sideBytes();
        String mark = fourCc(bytes, count);
        boolean counted =
                (mark.equals("Xing") || mark.equals("Info")) && (bytes.getInt(count + 4) & FRAME_COUNT_FLAG) != 0;
        if (!counted) {
            return OptionalLong.empty();
        }
        long samples =
                Integer.toUnsignedLong(bytes.getInt(count + 8)) * frame.get().samples();
        return OptionalLong.of(samples * 1000 / frame.get().sampleRate());
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Four bytes as ISO 8859-1 text: the four-character code of a chunk or box.
    static String fourCc(ByteBuffer bytes, int at) {
        var four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
