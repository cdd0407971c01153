package dev.parlance.analysis.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.analysis.emotion.EmotionScorer;
import dev.parlance.analysis.language.Corpora;
import dev.parlance.analysis.language.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EverydayTurnsTest {
    private final Languages languages = new Languages();
    private final EmotionScorer emotions = new EmotionScorer();
    private final EmotionalMomentRule moments = new EmotionalMomentRule();

    /// `Michael hand hand` and `Thanks` are very good to VADER, but should be no highlights.
    @ParameterizedTest
    @CsvSource({
        "childes-english-children, en",
        "cima-italian-tutoring, en",
        "realpersonachat-japanese, ja",
        "xpersona-italian, it"
    })
    void fewOfThemAreEmotional(String conversations, String language) throws IOException {
        // Given
        var texts = learners(conversations);
        // When
        long emotional = texts.stream().filter(text -> isMoment(text, language)).count();
        // Then
        assertThat(emotional).isLessThan(texts.size() / 50);
    }

    @ParameterizedTest
    @CsvSource({"childes-english-children, en", "realpersonachat-japanese, ja", "xpersona-italian, it"})
    void evidenceStandsInTheText(String conversations, String language) throws IOException {
        for (String text : learners(conversations)) {
            var words = languages.tokenizerFor(language).tokenize(text);
            var score = emotions.score(text, language, words);
            assertThat(score.score()).as(text).isBetween(-1.0, 1.0);
            assertThat(score.evidence()).as(text).allSatisfy(evidence -> assertThat(
                            text.substring(evidence.start(), evidence.end()))
                    .isEqualTo(evidence.surface()));
        }
    }

    private boolean isMoment(String text, String language) {
        return moments.find(emotions.score(
                        text, language, languages.tokenizerFor(language).tokenize(text)))
                .isPresent();
    }

    private static List<String> learners(String conversations) throws IOException {
        var json = new ObjectMapper();
        var texts = new ArrayList<String>();
        for (String line : Files.readAllLines(Corpora.file("conversations/" + conversations + ".jsonl"))) {
            for (JsonNode turn : json.readTree(line).path("turns")) {
                if (turn.path("learnerText").isTextual()) {
                    texts.add(turn.path("learnerText").textValue());
                }
            }
        }
        assertThat(texts).hasSizeGreaterThan(1_000);
        return texts;
    }
}
