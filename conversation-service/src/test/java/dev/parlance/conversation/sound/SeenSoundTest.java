package dev.parlance.conversation.sound;

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

class SeenSoundTest {
    static Stream<Arguments> containers() {
        return Stream.of(
                Arguments.of(SoundFormat.WAV, Sounds.wav(16_000), OptionalLong.of(2_000)),
                Arguments.of(SoundFormat.OGG, Sounds.ogg(2_500), OptionalLong.of(2_500)),
                Arguments.of(SoundFormat.M4A, Sounds.m4a(3_100, 5_000), OptionalLong.of(3_100)),
                Arguments.of(SoundFormat.M4A, Sounds.m4a(600_000, 900_000), OptionalLong.of(600_000)),
                Arguments.of(SoundFormat.WEBM, Sounds.webm(4_200), OptionalLong.of(4_200)),
                Arguments.of(SoundFormat.WEBM, Sounds.webm(null), OptionalLong.empty()),
                Arguments.of(SoundFormat.MP3, Sounds.mp3(100), OptionalLong.of(2_612)));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void aContainerIsKnownByItsBytesAndSaysHowLongItLasts(SoundFormat format, byte[] bytes, OptionalLong millis)
            throws IOException {
        // When
        SeenSound seen = passed(bytes, new Random(1));
        // Then
        assertThat(seen.format()).contains(format);
        assertThat(seen.statedMillis()).isEqualTo(millis);
    }

    @Test
    void whatIsNoSoundIsNone() {
        assertThat(SoundFormat.of("<html>hello</html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(SoundFormat.of(new byte[0])).isEmpty();
    }

    @Test
    void aTypeIsKnownWhateverItsParametersAndItsLetters() {
        assertThat(SoundFormat.ofContentType("Audio/WebM; codecs=opus")).contains(SoundFormat.WEBM);
        assertThat(SoundFormat.ofContentType("video/mp4")).isEmpty();
        assertThat(SoundFormat.ofContentType(null)).isEmpty();
    }

    @Test
    void headAndTailAreTheFirstAndTheLastBytesHoweverTheyPass() throws IOException {
        for (int size : new int[] {0, 1, 1_000, PassingSound.HEAD, PassingSound.TAIL, PassingSound.TAIL + 1, 900_001}) {
            // Given
            var bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            // When
            SeenSound seen = passed(bytes, new Random(size));
            // Then
            assertThat(seen.size()).isEqualTo(size);
            assertThat(Sounds.sha256(bytes)).isEqualTo(java.util.HexFormat.of().formatHex(seen.sha256()));
            assertThat(seen.head()).isEqualTo(Arrays.copyOf(bytes, Math.min(size, PassingSound.HEAD)));
            assertThat(seen.tail()).isEqualTo(Arrays.copyOfRange(bytes, Math.max(0, size - PassingSound.TAIL), size));
        }
    }

    @Test
    void aDurationThatNoSoundCanHaveIsNotSaid() throws IOException {
        // Given
        byte[] wav = Sounds.wav(3_000_000);
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1); // bytes a second
        byte[] webm = Sounds.webm(Integer.MAX_VALUE);
        webm[39] = 0x7f; // the duration's exponent
        // Then
        assertThat(passed(wav, new Random(1)).statedMillis()).isEmpty();
        assertThat(passed(webm, new Random(1)).statedMillis()).isEmpty();
    }

    @Test
    void whatIsBrokenSaysNothingInsteadOfFailing() throws IOException {
        for (byte[] whole :
                new byte[][] {Sounds.wav(100), Sounds.ogg(100), Sounds.m4a(100, 100), Sounds.webm(100), Sounds.mp3(100)
                }) {
            for (int cut = 0; cut < Math.min(whole.length, 120); cut++) {
                assertThat(passed(Arrays.copyOf(whole, cut), new Random(1)).statedMillis())
                        .isNotNull();
            }
        }
    }

    private static SeenSound passed(byte[] bytes, Random random) throws IOException {
        try (var passing = new PassingSound(new ByteArrayInputStream(bytes))) {
            int some = 0;
            while (some >= 0) {
                var into = new byte[1 + random.nextInt(400_000)];
                some = passing.read(into, 0, into.length);
            }
            return passing.seen();
        }
    }
}
