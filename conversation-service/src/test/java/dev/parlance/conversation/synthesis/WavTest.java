package dev.parlance.conversation.synthesis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WavTest {
    private static final int BYTES_PER_SECOND = 16_000;

    @Test
    void aFileThatWasWrittenIntoAPipeGetsTheSizesThatItHas() {
        // Given
        byte[] piped = wav(0x7FFFF000, 8_000);
        // When
        byte[] repaired = Wav.repaired(piped);
        // Then
        ByteBuffer bytes = ByteBuffer.wrap(repaired).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getInt(4)).isEqualTo(36 + 8_000);
        assertThat(bytes.getInt(40)).isEqualTo(8_000);
        assertThat(AudioFormat.WAV.durationMs(repaired)).hasValue(500);
    }

    @Test
    void aFileThatSaysHowLongItIsStaysAsItIs() {
        byte[] file = wav(16_000, 16_000);
        assertThat(Wav.repaired(file.clone())).isEqualTo(file);
    }

    @Test
    void whatIsNoWavFileIsLeftAlone() {
        byte[] page = "<html>RIFF".getBytes(US_ASCII);
        assertThat(Wav.repaired(page.clone())).isEqualTo(page);
    }

    @Test
    void aHeadThatBreaksOffIsNoReasonToFail() {
        byte[] whole = wav(100, 100);
        for (int length = 0; length < whole.length; length++) {
            byte[] torn = Arrays.copyOf(whole, length);
            assertThat(Wav.repaired(torn)).hasSize(length);
        }
    }

    private static byte[] wav(int stated, int sound) {
        return ByteBuffer.allocate(44 + sound)
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
