package dev.parlance.conversation.speech.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The header of a WAV file. A program that writes to a pipe does not know the length and states one that is far too
/// large; players then show hours, or refuse.
final class WavHeader {
    private static final int RIFF_SIZE_OFFSET = 4;
    private static final int FIRST_CHUNK_OFFSET = 12;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int DATA = chunk("data");

    private final ByteBuffer bytes;
    private int data = -1;

    private WavHeader(byte[] file) {
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long at = FIRST_CHUNK_OFFSET;
        while (data < 0 && at + CHUNK_HEADER_BYTES <= file.length) {
            int chunk = (int) at;
            long size = bytes.getInt(chunk + 4) & 0xFFFFFFFFL;
            if (bytes.getInt(chunk) == DATA) {
                data = chunk;
            }
            at += CHUNK_HEADER_BYTES + size + (size & 1);
        }
    }

    /// The file with its actual sizes; other content unchanged.
    static byte[] repair(byte[] file) {
        if (SpeechFormat.WAV.matches(file)) {
            var wav = new WavHeader(file);
            if (wav.data >= 0) {
                wav.bytes.putInt(RIFF_SIZE_OFFSET, file.length - CHUNK_HEADER_BYTES);
                wav.bytes.putInt(wav.data + 4, wav.audioBytes());
            }
        }
        return file;
    }

    /// In bytes: the stated size, unless it is zero or more than the file has.
    private int audioBytes() {
        int available = bytes.capacity() - data - CHUNK_HEADER_BYTES;
        int stated = bytes.getInt(data + 4);
        return stated <= 0 || stated > available ? available : stated;
    }

    private static int chunk(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
