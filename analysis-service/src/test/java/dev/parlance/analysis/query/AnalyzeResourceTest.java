package dev.parlance.analysis.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.parlance.analysis.turn.AnalysisApi;
import dev.parlance.analysis.turn.SampleTurn;
import dev.parlance.analysis.turn.TurnDelivery;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The analysis of a text without a turn.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class AnalyzeResourceTest {
    @Inject
    TurnDelivery delivery;

    @Test
    void wordsStandWhereTheyAreInUtf16() {
        analyze("ja", "😀りんごがたべたい")
                .body("language", equalTo("ja"))
                .body("confidence", equalTo(1f))
                .body("words.surface", equalTo(List.of("りんご", "が", "たべ", "たい")))
                .body("words[0].lemma", equalTo("林檎"))
                .body("words[0].display", equalTo("りんご"))
                .body("words[0].start", equalTo(2))
                .body("words[0].end", equalTo(5))
                .body("sentences", hasSize(1))
                .body("sentences[0].words", equalTo(4));
    }

    @Test
    void itFindsWhatTheAnalysisOfATurnFinds() {
        // Given
        String text = "I was so happy and excited today because my little brother came home and we went to the big"
                + " park together!! 😀";
        SampleTurn turn = SampleTurn.byHana(text).inLanguage("en");
        // When
        delivery.deliver(turn);
        // Then
        List<String> lemmas = AnalysisApi.analysis(turn).path("words.lemma");
        List<String> found = analyze("en", text)
                .body("highlights.type", hasItems("long_sentence", "emotional_moment"))
                .body("highlights.type", not(hasItem("new_word")))
                .extract()
                .path("words.lemma");
        assertThat(found).containsAll(lemmas);
        assertThat(found.stream().distinct().toList()).isEqualTo(lemmas);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | I was so happy!! My friend's dog went home with us. 😀",
                "ja | 私は友達とりんごを二つ食べました。林檎が大好き！！",
                "zh | 我今天很高兴。",
                "it | Ho detto: \"I want to go home now\", e sono felice!",
            })
    void theStoredAnalysisOfATurnShowsTheSame(String language, String text) {
        // Given
        Map<String, Object> found =
                new HashMap<>(analyze(language, text).extract().jsonPath().getMap("$"));
        found.remove("highlights");
        SampleTurn turn = SampleTurn.byHana(text).inLanguage(language);
        // When
        delivery.deliver(turn);
        // Then
        assertThat(AnalysisApi.analysis(turn).jsonPath().getMap("text")).isEqualTo(found);
    }

    @Test
    void wordsHaveReadingsPartsOfSpeechAndBands() {
        analyze("ja", "りんごを三本")
                .body("words[0].reading.romaji", equalTo("ringo"))
                .body("words[0].partOfSpeech", equalTo("NOUN"))
                .body("emotion.label", equalTo("neutral"));
        analyze("en", "the apple").body("words[0].partOfSpeech", equalTo("DET")).body("words[0].band", equalTo(1));
    }

    @Test
    void nothingOfTheTextIsStored() {
        String word = "quixotic" + System.nanoTime();
        analyze("en", word).body("words", hasSize(1));
        given().get("/v1/highlights?type=new_word&limit=200").then().body("items.excerpt", not(hasItem(word)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "!!!", "😀😀😀", "1234", "\u202E\u200F"})
    void whatHoldsNoWordIsAnsweredWithNone(String text) {
        analyze("en", text).body("words", empty()).body("sentences", empty());
    }

    @Test
    void whatIsNoTextIsRefusedByName() {
        problem(Map.of("language", "en"), "invalid-request", "text");
        problem(Map.of("text", "half a pair \uD83D"), "bad-text", "text");
        problem(Map.of("text", "a".repeat(8_001)), "text-too-long", "text");
        problem(Map.of("text", "hello", "language", "!!"), "invalid-request", "language");
        given().contentType("application/json")
                .body("{\"text\": \"hello\", \"tongue\": \"en\"}")
                .post("/v1/analyze")
                .then()
                .statusCode(400);
    }

    private static void problem(Map<String, String> question, String type, String field) {
        given().contentType("application/json")
                .body(question)
                .post("/v1/analyze")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/" + type))
                .body("field", equalTo(field));
    }

    private static ValidatableResponse analyze(String language, String text) {
        Map<String, String> question = new HashMap<>();
        question.put("language", language);
        question.put("text", text);
        return given().contentType("application/json")
                .body(question)
                .post("/v1/analyze")
                .then()
                .statusCode(200);
    }
}
