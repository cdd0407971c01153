package dev.parlance.analysis.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.analysis.turn.AnalysisApi;
import dev.parlance.analysis.turn.SampleTurn;
import dev.parlance.analysis.turn.TurnDelivery;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that no learner writes are analysed like all others, in whatever language they are declared.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class HostileAnalyzeTest {
    private static final int MAX_TEXT_CHARACTERS = 8_000;
    private static final List<String> LANGUAGES =
            Arrays.asList("en", "de", "ja", "zh", "ko", "it", "es", "fr", "pt", "th", "ar", null);

    @Inject
    TurnDelivery delivery;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀",
                "مرحبا بكم. ",
                "שלום לכולם, ",
                "\u202Eabc \u202C",
                "a",
                "م",
                "Donaudampfschifffahrt",
                "hello 世界 مرحبا привет 안녕 ",
                "東京特許許可局",
                "中华人民共和国",
                "아버지가방에",
                "ภาษาไทย",
                "'",
                "s'",
                "l'",
                "-",
                "a-",
                "\u0301",
                "\u0301\u0302\u0303",
                "a\u0301",
                "ha",
                "\"aaaaaaaa\" ",
                "Bonjour à\n"
            })
    void aHostileTextIsAnsweredInEveryLanguage(String repeated) {
        String text = repeated.repeat(MAX_TEXT_CHARACTERS / repeated.length());
        for (String language : LANGUAGES) {
            Response answer = analyze(language, text);
            answer.then().statusCode(200);
            List<Map<String, Object>> words = answer.path("words");
            assertThat(words).allSatisfy(word -> assertThat(
                            text.substring((Integer) word.get("start"), (Integer) word.get("end")))
                    .isEqualTo(word.get("surface")));
            boolean letters = text.codePoints().anyMatch(Character::isLetter);
            assertThat(words.isEmpty()).as("in %s", language).isNotEqualTo(letters);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "ha", "م", "s'", "l'", "\u0301\u0302", "漢", "斯", "very sad! "})
    void aTurnOfHostileTextIsAnalysedCompletely(String repeated) {
        // Given
        SampleTurn turn = SampleTurn.byHana(repeated.repeat(MAX_TEXT_CHARACTERS / repeated.length()))
                .inLanguage("en");
        // When
        delivery.deliver(turn);
        // Then
        AnalysisApi.analysis(turn).then().statusCode(200).body("status", equalTo("completed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d83d", "de00", "d800", "0000"})
    void whatIsNoTextIsRefusedByName(String unit) {
        given().contentType("application/json")
                .body("{\"text\": \"a\\u%s, b\"}".formatted(unit))
                .post("/v1/analyze")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-text"));
    }

    @Test
    void bytesThatAreNoCharactersAreNoJson() {
        // UTF-32, by its first bytes, and then beyond the last character there is
        byte[] bytes = {0, 0, 0, '{', 0x7f, -1, -1, -1};
        given().contentType("application/json")
                .body(bytes)
                .post("/v1/analyze")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    private static Response analyze(String language, String text) {
        Map<String, String> question = new HashMap<>();
        question.put("text", text);
        if (language != null) {
            question.put("language", language);
        }
        return given().contentType("application/json").body(question).post("/v1/analyze");
    }
}
