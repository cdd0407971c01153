package dev.parlance.analysis.level;

import static dev.parlance.analysis.turn.AnalysisApi.analysis;
import static dev.parlance.analysis.turn.AnalysisApi.vocabulary;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.parlance.analysis.turn.SampleTurn;
import dev.parlance.analysis.turn.TurnDelivery;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Word lists that an installation imports.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class LevelResourceTest {
    @Inject
    TurnDelivery delivery;

    @AfterEach
    void removeAllLists() {
        List<Map<String, String>> lists = given().get("/v1/admin/levels").path("items");
        lists.forEach(list -> {
            String whose = list.get("tenant") == null ? "" : "?tenant=" + list.get("tenant");
            given().delete("/v1/admin/levels/{language}/{scheme}" + whose, list.get("language"), list.get("scheme"));
        });
    }

    @Test
    void wordsHaveTheLevelOfTheirList() {
        importList("ja", "JLPT", Map.of("りんご", "N5", "食べる", "N4"))
                .then()
                .statusCode(200)
                .body("words", equalTo(2));
        SampleTurn turn = SampleTurn.byHana("りんごがたべたい");
        delivery.deliver(turn);
        vocabulary(turn.learner(), "?sort=alphabetical")
                .then()
                .body("items.find { it.display == 'りんご' }.level", equalTo("N5"))
                .body("items.find { it.display == 'たべる' }.level", equalTo("N4"))
                .body("items.find { it.display == 'が' }.level", equalTo(null));
        analysis(turn).then().body("words.level", hasItem("N5")).body("analyzers", hasKey("levels"));
    }

    @Test
    void aListOfTheSameLanguageAndSchemeIsReplaced() {
        int first =
                importList("en", "CEFR", Map.of("apple", "A1", "pear", "A2")).path("generation");
        int second = importList("en-GB", "CEFR", Map.of("apple", "A2")).path("generation");
        assertThat(second).isGreaterThan(first);
        given().get("/v1/admin/levels")
                .then()
                .body("items.scheme", contains("CEFR"))
                .body("items.words", contains(1));
        SampleTurn turn = SampleTurn.byHana("apple pear").inLanguage("en");
        delivery.deliver(turn);
        analysis(turn).then().body("words.level", contains("A2", null));
    }

    @Test
    void wordsHaveABandOfFrequencyWithListsAndWithout() {
        importList("en", "CEFR", Map.of("apple", "A1"));
        SampleTurn turn = SampleTurn.byHana("the apple").inLanguage("en");
        delivery.deliver(turn);
        vocabulary(turn.learner(), "?sort=alphabetical")
                .then()
                .body("items.level", contains("A1", null))
                .body("items.band", contains(3, 1));
        analysis(turn).then().body("words.band", contains(1, 3));
    }

    @Test
    void aTenantsOwnListReplacesThatOfAllTenants() {
        // Given
        importList("en", "CEFR", Map.of("apple", "A1", "pear", "A2"));
        importList("kids", "en", "CEFR", Map.of("pear", "hard"));
        importList("default", "en", "OURS", Map.of("apple", "unit 1")).then().body("tenant", equalTo("default"));
        SampleTurn turn = SampleTurn.byHana("apple pear").inLanguage("en");
        // When
        delivery.deliver(turn);
        // Then
        analysis(turn).then().body("words.level", contains("unit 1", null));
        given().delete("/v1/admin/levels/en/OURS").then().statusCode(404);
        given().delete("/v1/admin/levels/en/OURS?tenant=default").then().statusCode(204);
        SampleTurn later = turn.next("apple pear");
        delivery.deliver(later);
        analysis(later).then().body("words.level", contains("A1", "A2"));
    }

    @Test
    void aNewListMakesEarlierTurnsDue() {
        SampleTurn turn = SampleTurn.byHana("plum").inLanguage("en");
        delivery.deliver(turn);
        Map<String, Integer> before = analysis(turn).path("analyzers");
        importList("en", "CEFR", Map.of("plum", "B1"));
        SampleTurn later = turn.next("plum");
        delivery.deliver(later);
        Map<String, Integer> after = analysis(later).path("analyzers");
        assertThat(after.get("levels")).isGreaterThan(before.get("levels"));
    }

    @Test
    void aRemovedListMakesTurnsDueThatWereAnalysedWithIt() {
        importList("en", "CEFR", Map.of("sloe", "B2"));
        importList("en", "LATER", Map.of("damson", "B1"));
        SampleTurn turn = SampleTurn.byHana("sloe").inLanguage("en");
        delivery.deliver(turn);
        Map<String, Integer> before = analysis(turn).path("analyzers");
        given().delete("/v1/admin/levels/en/CEFR").then().statusCode(204);
        SampleTurn later = turn.next("sloe");
        delivery.deliver(later);
        Map<String, Integer> after = analysis(later).path("analyzers");
        assertThat(after.get("levels")).isNotEqualTo(before.get("levels"));
    }

    @Test
    void anInvalidListIsRefusedByName() {
        importList("en", "C E F R", Map.of("a", "A1")).then().statusCode(400).body("field", equalTo("scheme"));
        importList("e", "CEFR", Map.of("a", "A1")).then().statusCode(400).body("field", equalTo("language"));
        importList("en", "CEFR", Map.of()).then().statusCode(400).body("field", equalTo("words"));
        importList("en", "CEFR", Map.of("a", " ")).then().statusCode(400).body("field", equalTo("words"));
        importList("No Tenant", "en", "CEFR", Map.of("a", "A1"))
                .then()
                .statusCode(400)
                .body("field", equalTo("tenant"));
        given().delete("/v1/admin/levels/en/HSK").then().statusCode(404);
        given().get("/v1/admin/levels").then().body("items.scheme", not(hasItem("CEFR")));
    }

    private static Response importList(String language, String scheme, Map<String, String> levels) {
        return importList(null, language, scheme, levels);
    }

    private static Response importList(String tenant, String language, String scheme, Map<String, String> levels) {
        Map<String, Object> list = new HashMap<>(Map.of("language", language, "scheme", scheme));
        list.put("tenant", tenant);
        list.put(
                "words",
                levels.entrySet().stream()
                        .map(word -> Map.of("lemma", word.getKey(), "level", word.getValue()))
                        .toList());
        return given().contentType("application/json").body(list).post("/v1/admin/levels:batch");
    }
}
