package dev.parlance.platform.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/// A WAV file of random noise: one channel, 8 bits a sample.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Wav(byte[] bytes) {
    private static final int HEADER_BYTES = 44;

    /// @param size in bytes, with the header
    public static Wav of(Random random, int size, int sampleRateHz) {
        var noise = new byte[size - HEADER_BYTES];
        random.nextBytes(noise);
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(US_ASCII)).putInt(size - 8).put("WAVEfmt ".getBytes(US_ASCII));
        bytes.putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(sampleRateHz).putInt(sampleRateHz).putShort((short) 1).putShort((short) 8);
        bytes.put("data".getBytes(US_ASCII)).putInt(noise.length).put(noise);
        return new Wav(bytes.array());
    }

    /// At 8,000 samples a second.
    public static Wav of(Random random, int size) {
        return of(random, size, 8_000);
    }

    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
