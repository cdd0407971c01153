package dev.parlance.conversation.sound;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/// How long a container says that its sound lasts. Whatever is broken or out of sight counts as not said: a client
/// is never refused for what nobody could read.
final class StatedDuration {
    private static final int FRAMES_ARE_COUNTED = 1;

    private StatedDuration() {}

    static OptionalLong millis(SoundFormat format, SeenSound sound) {
        try {
            OptionalLong stated =
                    switch (format) {
                        case WAV -> wav(little(sound.head()));
                        case OGG -> ogg(sound.head(), sound.tail());
                        case MP3 -> mp3(sound.head());
                        case M4A -> Mp4Boxes.millis(sound);
                        case WEBM -> Ebml.millis(ByteBuffer.wrap(sound.head()));
                    };
            return stated.isPresent() && isPossible(stated.getAsLong()) ? stated : OptionalLong.empty();
        } catch (IndexOutOfBoundsException
                | BufferUnderflowException
                | ArithmeticException
                | IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    /// Weeks of sound in some MiB are a broken head, or a made-up one.
    private static boolean isPossible(long millis) {
        return millis >= 0 && millis <= Integer.MAX_VALUE;
    }

    private static OptionalLong wav(ByteBuffer bytes) {
        long rate = 0;
        int at = 12;
        while (at + 8 <= bytes.limit()) {
            String chunk = text(bytes, at);
            long size = Integer.toUnsignedLong(bytes.getInt(at + 4));
            if (chunk.equals("fmt ")) {
                rate = Integer.toUnsignedLong(bytes.getInt(at + 16));
            }
            if (chunk.equals("data")) {
                // A recorder that could not go back to its head leaves 0 or all ones.
                boolean stated = size > 0 && size < 0xffff_ff00L && rate > 0;
                return stated ? OptionalLong.of(size * 1000 / rate) : OptionalLong.empty();
            }
            at = Math.toIntExact(at + 8 + size + (size & 1));
        }
        return OptionalLong.empty();
    }

    private static OptionalLong ogg(byte[] head, byte[] tail) {
        ByteBuffer first = little(head);
        int packet = 27 + Byte.toUnsignedInt(first.get(26));
        long rate;
        long skipped = 0;
        if (text(first, packet).equals("Opus")) {
            rate = 48_000;
            skipped = Short.toUnsignedInt(first.getShort(packet + 10));
        } else if (text(first, packet + 1).equals("vorb")) {
            rate = Integer.toUnsignedLong(first.getInt(packet + 12));
        } else {
            return OptionalLong.empty();
        }
        ByteBuffer last = little(tail);
        for (int at = tail.length - 27; at >= 0 && rate > 0; at--) {
            if (tail[at] == 'O' && text(last, at).equals("OggS") && last.getLong(at + 6) > skipped) {
                return OptionalLong.of((last.getLong(at + 6) - skipped) * 1000 / rate);
            }
        }
        return OptionalLong.empty();
    }

    /// Only an encoder's own count of its frames is a statement; a constant rate would be a guess.
    private static OptionalLong mp3(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head);
        int at = 0;
        if (text(bytes, 0).startsWith("ID3")) {
            at = 10 + (head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]);
        }
        Optional<Mp3Frame> frame = Mp3Frame.at(head, at);
        if (frame.isEmpty()) {
            return OptionalLong.empty();
        }
        int count = at + 4 + frame.get().sideBytes();
        String mark = text(bytes, count);
        boolean counted =
                (mark.equals("Xing") || mark.equals("Info")) && (bytes.getInt(count + 4) & FRAMES_ARE_COUNTED) != 0;
        if (!counted) {
            return OptionalLong.empty();
        }
        long samples =
                Integer.toUnsignedLong(bytes.getInt(count + 8)) * frame.get().samples();
        return OptionalLong.of(samples * 1000 / frame.get().sampleRate());
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Four bytes as text: what such formats name their parts with.
    static String text(ByteBuffer bytes, int at) {
        var four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
