package dev.parlance.conversation.synthesis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The head of a WAV file. Whoever writes one into a pipe does not know its length yet and puts in a number that is
/// far too large; players then show hours, or refuse.
final class Wav {
    private static final int RIFF_SIZE = 4;
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int DATA = chunk("data");

    private final ByteBuffer bytes;
    private int data = -1;

    private Wav(byte[] file) {
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long at = FIRST_CHUNK;
        while (data < 0 && at + CHUNK_HEAD <= file.length) {
            int chunk = (int) at;
            long size = bytes.getInt(chunk + 4) & 0xFFFFFFFFL;
            if (bytes.getInt(chunk) == DATA) {
                data = chunk;
            }
            at += CHUNK_HEAD + size + (size & 1);
        }
    }

    /// The file with the sizes that it has; anything else than a WAV file as it is.
    static byte[] repaired(byte[] file) {
        if (AudioFormat.WAV.begins(file)) {
            var wav = new Wav(file);
            if (wav.data >= 0) {
                wav.bytes.putInt(RIFF_SIZE, file.length - CHUNK_HEAD);
                wav.bytes.putInt(wav.data + 4, wav.sound());
            }
        }
        return file;
    }

    /// In bytes: what it states, unless that is more than there is, or nothing.
    private int sound() {
        int rest = bytes.capacity() - data - CHUNK_HEAD;
        int stated = bytes.getInt(data + 4);
        return stated <= 0 || stated > rest ? rest : stated;
    }

    private static int chunk(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
