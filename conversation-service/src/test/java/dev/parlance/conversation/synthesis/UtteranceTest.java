package dev.parlance.conversation.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UtteranceTest {
    private static final Utterance SAID =
            new Utterance("おはよう、ミミ!", "ja-JP", "alloy", new BigDecimal("1.00"), AudioFormat.MP3);

    /// Changed on purpose only: whatever was made before would be made again, and paid again.
    @Test
    void theHashOfAnUtteranceIsForEver() {
        assertThat(SAID.hash(new Engine("endpoint/tts-1", "1")))
                .isEqualTo("89efd4565e4523f174dad68f656999ecedecb796b33dd74639bbf541849a2bf7");
    }

    /// The one in docs/speech.md.
    @Test
    void theDocumentTellsItsOwnHash() throws IOException {
        var said = new Utterance("おはよう", "ja", "alloy", new BigDecimal("1.00"), AudioFormat.MP3);
        assertThat(Files.readString(Path.of(System.getProperty("parlance.home", ".."), "docs/speech.md")))
                .contains("That one is `" + said.hash(new Engine("endpoint/tts-1", "1")) + "`.");
    }

    @Test
    void everythingThatIsHeardIsInTheHash() {
        var engine = new Engine("endpoint/tts-1", "1");
        assertThat(Set.of(
                        SAID.hash(engine),
                        SAID.hash(new Engine("endpoint/tts-1", "2")),
                        SAID.hash(new Engine("espeak-ng", "1")),
                        SAID.in(AudioFormat.WAV).hash(engine),
                        new Utterance("おはよう、ミミ", "ja-JP", "alloy", new BigDecimal("1.00"), AudioFormat.MP3)
                                .hash(engine),
                        new Utterance("おはよう、ミミ!", "ja", "alloy", new BigDecimal("1.00"), AudioFormat.MP3).hash(engine),
                        new Utterance("おはよう、ミミ!", "ja-JP", "nova", new BigDecimal("1.00"), AudioFormat.MP3)
                                .hash(engine),
                        new Utterance("おはよう、ミミ!", "ja-JP", "alloy", new BigDecimal("1.01"), AudioFormat.MP3)
                                .hash(engine)))
                .hasSize(8);
    }

    @Test
    void textThatSoundsTheSameHasOneForm() {
        assertThat(Utterance.normalised("  Cafe\u0301 \t\r\n\u3000is\u00a0 open\u0007 "))
                .isEqualTo("Café is open");
    }

    @Test
    void whatIsHeardStaysAsItWasWritten() {
        assertThat(Utterance.normalised("NO! No? ①がぎ…")).isEqualTo("NO! No? ①がぎ…");
    }

    @Test
    void aBudgetCountsCharactersAndNotTheirCodes() {
        assertThat(new Utterance("🐰ミミ", "ja", "alloy", BigDecimal.ONE, AudioFormat.MP3).characters())
                .isEqualTo(3);
    }

    private record Engine(String name, String version) implements SpeechEngine {
        @Override
        public AudioFormat usual() {
            return AudioFormat.MP3;
        }

        @Override
        public Set<AudioFormat> formats() {
            return Set.of(AudioFormat.MP3);
        }

        @Override
        public String voice(String language, String wanted) {
            return wanted;
        }

        @Override
        public byte[] speak(Utterance utterance) {
            return new byte[0];
        }
    }
}
