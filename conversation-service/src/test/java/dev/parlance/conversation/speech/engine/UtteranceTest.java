package dev.parlance.conversation.speech.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UtteranceTest {
    private static final Utterance UTTERANCE =
            new Utterance("おはよう、ミミ!", "ja-JP", "alloy", new BigDecimal("1.00"), SpeechFormat.MP3);

    /// Changed on purpose only: all cached speech would be synthesized and paid again.
    @Test
    void theHashOfAnUtteranceNeverChanges() {
        assertThat(UTTERANCE.hash(new NamedEngine("endpoint/tts-1", "1")))
                .isEqualTo("89efd4565e4523f174dad68f656999ecedecb796b33dd74639bbf541849a2bf7");
    }

    /// The example in docs/speech.md.
    @Test
    void theDocumentStatesTheHashOfItsExample() throws IOException {
        var utterance = new Utterance("おはよう", "ja", "alloy", new BigDecimal("1.00"), SpeechFormat.MP3);
        assertThat(Files.readString(Path.of(System.getProperty("parlance.home", ".."), "docs/speech.md")))
                .contains("Its hash is `" + utterance.hash(new NamedEngine("endpoint/tts-1", "1")) + "`.");
    }

    @Test
    void everythingAudibleIsInTheHash() {
        var engine = new NamedEngine("endpoint/tts-1", "1");
        assertThat(Set.of(
                        UTTERANCE.hash(engine),
                        UTTERANCE.hash(new NamedEngine("endpoint/tts-1", "2")),
                        UTTERANCE.hash(new NamedEngine("espeak-ng", "1")),
                        UTTERANCE.withFormat(SpeechFormat.WAV).hash(engine),
                        new Utterance("おはよう、ミミ", "ja-JP", "alloy", new BigDecimal("1.00"), SpeechFormat.MP3)
                                .hash(engine),
                        new Utterance("おはよう、ミミ!", "ja", "alloy", new BigDecimal("1.00"), SpeechFormat.MP3).hash(engine),
                        new Utterance("おはよう、ミミ!", "ja-JP", "nova", new BigDecimal("1.00"), SpeechFormat.MP3)
                                .hash(engine),
                        new Utterance("おはよう、ミミ!", "ja-JP", "alloy", new BigDecimal("1.01"), SpeechFormat.MP3)
                                .hash(engine)))
                .hasSize(8);
    }

    @Test
    void textThatSoundsTheSameHasOneForm() {
        assertThat(Utterance.normalize("  Cafe\u0301 \t\r\n\u3000is\u00a0 open\u0007 "))
                .isEqualTo("Café is open");
    }

    @Test
    void audibleCharactersAreKept() {
        assertThat(Utterance.normalize("NO! No? ①がぎ…")).isEqualTo("NO! No? ①がぎ…");
    }

    @Test
    void aBudgetCountsCodePoints() {
        assertThat(new Utterance("🐰ミミ", "ja", "alloy", BigDecimal.ONE, SpeechFormat.MP3).characters())
                .isEqualTo(3);
    }

    private record NamedEngine(String name, String version) implements SpeechEngine {
        @Override
        public SpeechFormat defaultFormat() {
            return SpeechFormat.MP3;
        }

        @Override
        public Set<SpeechFormat> formats() {
            return Set.of(SpeechFormat.MP3);
        }

        @Override
        public String voice(String language, String wanted) {
            return wanted;
        }

        @Override
        public byte[] synthesize(Utterance utterance) {
            return new byte[0];
        }
    }
}
