package dev.parlance.cli.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.CommandTester;
import dev.parlance.cli.terminal.CommandFailure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnalyzeCommandTest {
    private static final String FOUND = """
            {"language": "ja", "confidence": 1, "sentences": [{"start": 0, "end": 8, "words": 2}],
             "words": [{"surface": "りんご", "lemma": "林檎", "display": "りんご", "language": "ja", "partOfSpeech": "NOUN",
                        "level": "N5", "band": 3, "reading": {"hiragana": "りんご", "romaji": "ringo", "pinyin": null}},
                       {"surface": "が", "lemma": "が", "display": "が", "language": "ja", "partOfSpeech": "ADP",
                        "level": null, "band": null, "reading": null}],
             "highlights": [{"type": "long_sentence", "description": "a sentence of 40 characters", "excerpt": "りんご…"}],
             "emotion": {"score": 0.6369, "label": "joy", "strength": 0.5, "confidence": 0.6,
                         "evidence": [{"kind": "word", "shown": "うれしい"}, {"kind": "emoji", "shown": "😀"}]}}
            """;

    @RegisterExtension
    final CommandTester trial = new CommandTester();

    private final InputStream usual = System.in;

    @AfterEach
    void giveBack() {
        System.setIn(usual);
    }

    @Test
    void wordsAndHighlightsAreShownAsTables() {
        trial.service.analyzed = FOUND;
        assertThat(run("りんごが\n".getBytes(UTF_8), "--language", "ja")).isZero();
        assertThat(trial.out.toString())
                .contains("Language ja (confidence 1.00), 2 words in 1 sentence.")
                .containsPattern("りんご +りんご +林檎 +ja +NOUN +N5 +3 +りんご · ringo")
                .contains("a sentence of 40 characters")
                .contains("Emotion joy (score +0.64, strength 0.50, confidence 0.60): うれしい, 😀.");
        assertThat(trial.service.requests).containsExactly("POST /v1/analyze {\"text\":\"りんごが\",\"language\":\"ja\"}");
    }

    @Test
    void withJsonTheResponseIsPrintedUnchanged() {
        trial.service.analyzed = "{\"language\":\"und\",\"words\":[]}";
        assertThat(run("😀".getBytes(UTF_8), "--json")).isZero();
        assertThat(trial.out.toString().strip()).isEqualTo("{\"language\":\"und\",\"words\":[]}");
    }

    @Test
    void anEmptyTextIsRefusedWithARemedy() {
        assertThat(run(new byte[] {(byte) 0xC3, 0x28})).isEqualTo(CommandFailure.USAGE);
        assertThat(trial.err.toString()).contains("not UTF-8", "iconv");
        assertThat(run(new byte[100_000])).isEqualTo(CommandFailure.USAGE);
        assertThat(trial.err.toString()).contains("longer than 8,000 characters");
        assertThat(trial.service.requests).isEmpty();
    }

    private int run(byte[] input, String... arguments) {
        System.setIn(new ByteArrayInputStream(input));
        return trial.run(List.of("analyze"), arguments);
    }
}
