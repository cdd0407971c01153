package dev.parlance.conversation.audio.format;

import dev.parlance.contract.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

/// Generated audio: noise in valid containers.
public final class SampleAudio {
    public static final int SAMPLE_RATE = 8_000;

    private SampleAudio() {}

    /// One byte per sample at 8 kHz: 8,000 samples last a second.
    public static byte[] wav(int samples) {
        var all = new byte[44 + samples];
        ByteBuffer bytes = littleEndian(all);
        bytes.put(ascii("RIFF")).putInt(36 + samples).put(ascii("WAVE"));
        bytes.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(SAMPLE_RATE).putInt(SAMPLE_RATE).putShort((short) 1).putShort((short) 8);
        bytes.put(ascii("data")).putInt(samples).put(noise(samples));
        return all;
    }

    /// Opus in Ogg: a header page, noise, and a last page with the final granule position.
    public static byte[] ogg(int millis) {
        var first = new byte[27 + 1 + 19];
        ByteBuffer head = littleEndian(first);
        page(head, 0).put((byte) 1).put((byte) 19);
        head.put(ascii("OpusHead"))
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) 312)
                .putInt(48_000);
        head.putShort((short) 0).put((byte) 0);
        var end = new byte[27 + 1 + 10];
        ByteBuffer last = littleEndian(end);
        page(last, 312 + millis * 48L).put((byte) 1).put((byte) 10).put(noise(10));
        var all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(noise(20_000));
        all.writeBytes(end);
        return all.toByteArray();
    }

    /// MP4 with its index (`moov`) at the end, as recorders write it.
    public static byte[] m4a(int millis, int audioBytes) {
        ByteBuffer all = ByteBuffer.allocate(16 + 8 + audioBytes + 8 + 32);
        all.putInt(16).put(ascii("ftypM4A ")).putInt(0);
        all.putInt(8 + audioBytes).put(ascii("mdat")).put(noise(audioBytes));
        all.putInt(8 + 32)
                .put(ascii("moov"))
                .putInt(32)
                .put(ascii("mvhd"))
                .putInt(0)
                .putInt(0)
                .putInt(0);
        all.putInt(1_000).putInt(millis).putInt(0);
        return all.array();
    }

    /// A browser recording: a segment of unknown size without a duration; or with a duration added later.
    ///
    /// @param millis null for no duration
    public static byte[] webm(Integer millis) {
        ByteBuffer all = ByteBuffer.allocate(4_000);
        all.putInt(0x1A45DFA3)
                .put((byte) 0x87)
                .putShort((short) 0x4282)
                .put((byte) 0x84)
                .put(ascii("webm"));
        all.putInt(0x18538067).putLong(0x01FFFFFFFFFFFFFFL);
        all.putInt(0x1549A966).put((byte) (0x80 | (millis == null ? 7 : 18)));
        all.put(new byte[] {0x2A, (byte) 0xD7, (byte) 0xB1}).put((byte) 0x83).put(new byte[] {0x0F, 0x42, 0x40});
        if (millis != null) {
            all.putShort((short) 0x4489).put((byte) 0x88).putDouble(millis);
        }
        all.putInt(0x1F43B675).putLong(0x01FFFFFFFFFFFFFFL).put(noise(1_000));
        return all.array();
    }

    /// MPEG 1 layer III, mono, 44.1 kHz, with the encoder's frame count.
    public static byte[] mp3(int frames) {
        ByteBuffer all = ByteBuffer.allocate(2_000);
        all.putInt(0xFFFB90C0).put(new byte[17]).put(ascii("Xing")).putInt(1).putInt(frames);
        return all.array();
    }

    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Digest.SHA_256.of(bytes));
    }

    private static ByteBuffer page(ByteBuffer page, long granule) {
        return page.put(ascii("OggS"))
                .put((byte) 0)
                .put((byte) 0)
                .putLong(granule)
                .putInt(1)
                .putInt(0)
                .putInt(0);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] noise(int size) {
        var noise = new byte[size];
        new Random(size).nextBytes(noise);
        return noise;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
