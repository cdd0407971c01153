package dev.parlance.conversation.audio.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AudioInspectorTest {
    static Stream<Arguments> containers() {
        return Stream.of(
                Arguments.of(AudioFormat.WAV, SampleAudio.wav(16_000), OptionalLong.of(2_000)),
                Arguments.of(AudioFormat.OGG, SampleAudio.ogg(2_500), OptionalLong.of(2_500)),
                Arguments.of(AudioFormat.M4A, SampleAudio.m4a(3_100, 5_000), OptionalLong.of(3_100)),
                Arguments.of(AudioFormat.M4A, SampleAudio.m4a(600_000, 900_000), OptionalLong.of(600_000)),
                Arguments.of(AudioFormat.M4A, SampleAudio.m4a(86_400_001, 5_000), OptionalLong.empty()),
                Arguments.of(AudioFormat.WEBM, SampleAudio.webm(4_200), OptionalLong.of(4_200)),
                Arguments.of(AudioFormat.WEBM, SampleAudio.webm(null), OptionalLong.empty()),
                Arguments.of(AudioFormat.MP3, SampleAudio.mp3(100), OptionalLong.of(2_612)));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void aContainerIsRecognizedByItsBytesAndStatesItsDuration(AudioFormat format, byte[] bytes, OptionalLong millis)
            throws IOException {
        // When
        InspectedAudio inspected = inspect(bytes, new Random(1));
        // Then
        assertThat(inspected.format()).contains(format);
        assertThat(inspected.durationMillis()).isEqualTo(millis);
    }

    @Test
    void bytesThatAreNotAudioHaveNoFormat() {
        assertThat(AudioFormat.of("<html>hello</html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(AudioFormat.of(new byte[0])).isEmpty();
    }

    @Test
    void contentTypesAreMatchedWithoutParametersAndCase() {
        assertThat(AudioFormat.ofContentType("Audio/WebM; codecs=opus")).contains(AudioFormat.WEBM);
        assertThat(AudioFormat.ofContentType("video/mp4")).isEmpty();
        assertThat(AudioFormat.ofContentType(null)).isEmpty();
    }

    @Test
    void headAndTailAreTheFirstAndTheLastBytesHoweverTheyAreRead() throws IOException {
        for (int size : new int[] {
            0, 1, 1_000, AudioInspector.HEAD_BYTES, AudioInspector.TAIL_BYTES, AudioInspector.TAIL_BYTES + 1, 900_001
        }) {
            // Given
            var bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            // When
            InspectedAudio inspected = inspect(bytes, new Random(size));
            // Then
            assertThat(inspected.size()).isEqualTo(size);
            assertThat(SampleAudio.sha256(bytes))
                    .isEqualTo(java.util.HexFormat.of().formatHex(inspected.sha256()));
            assertThat(inspected.head()).isEqualTo(Arrays.copyOf(bytes, Math.min(size, AudioInspector.HEAD_BYTES)));
            assertThat(inspected.tail())
                    .isEqualTo(Arrays.copyOfRange(bytes, Math.max(0, size - AudioInspector.TAIL_BYTES), size));
        }
    }

    @Test
    void anImpossibleDurationCountsAsNotStated() throws IOException {
        // Given
        byte[] wav = SampleAudio.wav(3_000_000);
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1); // bytes a second
        byte[] webm = SampleAudio.webm(Integer.MAX_VALUE);
        webm[39] = 0x7f; // the duration's exponent
        // Then
        assertThat(inspect(wav, new Random(1)).durationMillis()).isEmpty();
        assertThat(inspect(webm, new Random(1)).durationMillis()).isEmpty();
    }

    @Test
    void aTruncatedFileStatesNoDurationInsteadOfFailing() throws IOException {
        for (byte[] whole : new byte[][] {
            SampleAudio.wav(100),
            SampleAudio.ogg(100),
            SampleAudio.m4a(100, 100),
            SampleAudio.webm(100),
            SampleAudio.mp3(100)
        }) {
            for (int cut = 0; cut < Math.min(whole.length, 120); cut++) {
                assertThat(inspect(Arrays.copyOf(whole, cut), new Random(1)).durationMillis())
                        .isNotNull();
            }
        }
    }

    private static InspectedAudio inspect(byte[] bytes, Random random) throws IOException {
        try (var inspector = new AudioInspector(new ByteArrayInputStream(bytes))) {
            int count = 0;
            while (count >= 0) {
                var buffer = new byte[1 + random.nextInt(400_000)];
                count = inspector.read(buffer, 0, buffer.length);
            }
            return inspector.result();
        }
    }
}
