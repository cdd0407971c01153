package dev.parlance.conversation.speech.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WavHeaderTest {
    private static final int BYTES_PER_SECOND = 16_000;

    @Test
    void aPipedFileGetsItsActualSizes() {
        // Given
        byte[] piped = wav(0x7FFFF000, 8_000);
        // When
        byte[] repaired = WavHeader.repair(piped);
        // Then
        ByteBuffer bytes = ByteBuffer.wrap(repaired).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getInt(4)).isEqualTo(36 + 8_000);
        assertThat(bytes.getInt(40)).isEqualTo(8_000);
        assertThat(SpeechFormat.WAV.durationMs(repaired)).hasValue(500);
    }

    @Test
    void aFileWithItsActualSizesStaysUnchanged() {
        byte[] file = wav(16_000, 16_000);
        assertThat(WavHeader.repair(file.clone())).isEqualTo(file);
    }

    @Test
    void otherContentStaysUnchanged() {
        byte[] page = "<html>RIFF".getBytes(US_ASCII);
        assertThat(WavHeader.repair(page.clone())).isEqualTo(page);
    }

    @Test
    void aTruncatedHeaderDoesNotFail() {
        byte[] whole = wav(100, 100);
        for (int length = 0; length < whole.length; length++) {
            byte[] truncated = Arrays.copyOf(whole, length);
            assertThat(WavHeader.repair(truncated)).hasSize(length);
        }
    }

    private static byte[] wav(int stated, int audioBytes) {
        return ByteBuffer.allocate(44 + audioBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(US_ASCII))
                .putInt(stated + 36)
                .put("WAVEfmt ".getBytes(US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(8_000)
                .putInt(BYTES_PER_SECOND)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(US_ASCII))
                .putInt(stated)
                .array();
    }
}
