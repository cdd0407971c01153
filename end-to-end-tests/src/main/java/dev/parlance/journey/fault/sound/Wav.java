package dev.parlance.journey.fault.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/// Made-up sound: noise that really is in the container that it claims.
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Wav(byte[] bytes) {
    private static final int HEAD = 44;
    private static final int RATE = 8_000;

    /// Of so many bytes in all.
    public static Wav of(Random random, int size) {
        var noise = new byte[size - HEAD];
        random.nextBytes(noise);
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(size - 8).put(ascii("WAVE"));
        bytes.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8);
        bytes.put(ascii("data")).putInt(noise.length).put(noise);
        return new Wav(bytes.array());
    }

    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
