package dev.parlance.analysis.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.analysis.emotion.Emotions;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.RealTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EverydayTurnsTest {
    private final Languages languages = new Languages();
    private final Emotions emotions = new Emotions();
    private final EmotionalMoments moments = new EmotionalMoments();

    /// `Michael hand hand` and `Thanks` are very good to VADER: nobody wants to read them as highlights.
    @ParameterizedTest
    @CsvSource({
        "childes-english-children, en",
        "cima-italian-tutoring, en",
        "realpersonachat-japanese, ja",
        "xpersona-italian, it"
    })
    void fewOfThemAreEmotional(String conversations, String language) throws IOException {
        // Given
        var said = learners(conversations);
        // When
        long emotional = said.stream().filter(text -> isMoment(text, language)).count();
        // Then
        assertThat(emotional).isLessThan(said.size() / 50);
    }

    @ParameterizedTest
    @CsvSource({"childes-english-children, en", "realpersonachat-japanese, ja", "xpersona-italian, it"})
    void whatIsShownStandsInTheText(String conversations, String language) throws IOException {
        for (String text : learners(conversations)) {
            var words = languages.readerFor(language).words(text);
            var score = emotions.of(text, language, words);
            assertThat(score.score()).as(text).isBetween(-1.0, 1.0);
            assertThat(score.evidence()).as(text).allSatisfy(piece -> assertThat(
                            text.substring(piece.start(), piece.end()))
                    .isEqualTo(piece.shown()));
        }
    }

    private boolean isMoment(String text, String language) {
        return moments.in(emotions.of(
                        text, language, languages.readerFor(language).words(text)))
                .isPresent();
    }

    private static List<String> learners(String conversations) throws IOException {
        var json = new ObjectMapper();
        var said = new ArrayList<String>();
        for (String line : Files.readAllLines(RealTexts.file("conversations/" + conversations + ".jsonl"))) {
            for (JsonNode turn : json.readTree(line).path("turns")) {
                if (turn.path("learnerText").isTextual()) {
                    said.add(turn.path("learnerText").textValue());
                }
            }
        }
        assertThat(said).hasSizeGreaterThan(1_000);
        return said;
    }
}
