package dev.parlance.analysis.turn;

import static dev.parlance.analysis.turn.AnalysisApi.analysis;
import static dev.parlance.analysis.turn.AnalysisApi.vocabulary;
import static dev.parlance.analysis.turn.AnalysisTopic.events;
import static dev.parlance.analysis.turn.AnalysisTopic.headers;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.analysis.highlight.FailingHighlightAnalyzer;
import dev.parlance.analysis.highlight.HighlightAnalyzer;
import dev.parlance.analysis.highlight.HighlightConfig;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TurnAnalysisTest {
    @Inject
    TurnDelivery delivery;

    @Inject
    HighlightConfig config;

    @Test
    void aTurnBecomesWordsAndHighlights() {
        SampleTurn turn = SampleTurn.byHana("りんごがたべたい");
        delivery.deliver(turn);
        analysis(turn)
                .then()
                .statusCode(200)
                .header("Parlance-Fresh-As-Of", notNullValue())
                .body("status", equalTo("completed"))
                .body("learnerId", equalTo(turn.learner()))
                .body("learnerWords", equalTo(4))
                .body("sentences", equalTo(1))
                .body("replyWords", equalTo(1))
                .body("words[0].lemma", equalTo("林檎"))
                .body("words[0].display", equalTo("りんご"))
                .body("words[0].new", equalTo(true))
                .body("highlights[0].type", equalTo("new_word"))
                .body("highlights[0].description", equalTo("first use of りんご"))
                .body("highlights[0].excerpt", equalTo("りんごがたべたい"))
                .body("jobs.type", equalTo(List.of("vocabulary", "levels", "highlights")))
                .body("jobs.status", equalTo(List.of("completed", "completed", "completed")))
                .body("findings", empty());
    }

    @Test
    void theEventOfATurnBelongsToTheTraceOfItsRecording() {
        SampleTurn turn = SampleTurn.byHana("ねこがすき");
        delivery.deliver(turn, "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        assertThat(headers(turn, "traceparent"))
                .singleElement()
                .asString()
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void anotherLanguageHasItsOwnWords() {
        SampleTurn turn = SampleTurn.byHana("Sì! La mela, la MELA e l'arancia.").inLanguage("it-IT");
        delivery.deliver(turn);
        vocabulary(turn.learner(), "?language=it&sort=frequent")
                .then()
                .body("items[0].lemma", equalTo("il"))
                .body("items[0].count", equalTo(3))
                .body("items.find { it.lemma == 'mela' }.count", equalTo(2))
                .body("items.find { it.lemma == 'mela' }.language", equalTo("it"))
                .body("items.find { it.lemma == 'mela' }.surface", equalTo("mela"));
        vocabulary(turn.learner(), "?language=ja").then().body("items", empty());
    }

    @Test
    void wordsOfATurnWithoutALanguageHaveNone() {
        SampleTurn turn = SampleTurn.byHana("I went home with the cat").inLanguage("und");
        delivery.deliver(turn);
        analysis(turn)
                .then()
                .body("language", equalTo("und"))
                .body("text.confidence", equalTo(0f))
                .body("words.lemma", equalTo(List.of("i", "went", "home", "with", "the", "cat")))
                .body("words.language", everyItem(equalTo("und")));
    }

    @Test
    void aTurnOfNothingButNewWordsIsPublishedToo() {
        // Given 4,000 words of one character, the most that a turn can hold
        String text = IntStream.range(0x4e00, 0x4e00 + 4_000)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
        SampleTurn turn = SampleTurn.byHana(text).inLanguage("zh");
        // When
        delivery.deliver(turn);
        // Then
        assertThat(events(turn)).singleElement().satisfies(event -> assertThat(
                        event.get("learnerWords").asInt())
                .isGreaterThan(3_900));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "12345 !!! 😀", "مرحبا بالعالم", "w'ishuri", "a\u0301\u0327 mixed 日本 слово"})
    void oddTextsAreAnalysedToo(String text) {
        SampleTurn turn = SampleTurn.byHana(text).inLanguage("und");
        delivery.deliver(turn);
        analysis(turn).then().statusCode(200).body("status", equalTo("completed"));
    }

    @Test
    void aTurnWithAFailedJobIsPublishedAndItsJobCanBeRetried() {
        // Given
        QuarkusMock.installMockForType(new FailingHighlightAnalyzer(config), HighlightAnalyzer.class);
        SampleTurn turn = SampleTurn.byHana("すごい！！");
        delivery.deliver(turn);
        analysis(turn)
                .then()
                .body("status", equalTo("partial"))
                .body("jobs[2].status", equalTo("failed"))
                .body("jobs[2].attempts", equalTo(3))
                .body("jobs[2].completedAt", nullValue());
        assertThat(events(turn).getFirst().get("status").asText()).isEqualTo("partial");
        String job =
                given().get("/v1/jobs?status=failed&turnId={id}", turn.turn()).path("items[0].id");
        // When
        QuarkusMock.installMockForType(new HighlightAnalyzer(config), HighlightAnalyzer.class);
        given().urlEncodingEnabled(false)
                .post("/v1/jobs/" + job + ":retry")
                .then()
                .statusCode(202);
        // Then
        analysis(turn).then().body("status", equalTo("completed"));
        vocabulary(turn.learner(), "").then().body("items[0].count", equalTo(1));
        assertThat(events(turn)).hasSize(2);
        given().get("/v1/jobs?status=failed&turnId={id}", turn.turn()).then().body("items", empty());
    }

    @Test
    void unknownTurnsAndJobsAreNamed() {
        given().get("/v1/turns/{id}/analysis", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-turn"));
        given().get("/v1/turns/nonsense/analysis").then().statusCode(404);
        given().urlEncodingEnabled(false)
                .post("/v1/jobs/" + UUID.randomUUID() + ".vocabulary:retry")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        given().get("/v1/jobs?status=lost").then().statusCode(400).body("field", equalTo("status"));
        given().get("/v1/jobs?limit=1").then().statusCode(200);
    }

    @Test
    void theFreshnessHeaderAdvancesWithoutNewTurns() {
        Instant before = Instant.now();
        Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> {
            String header = given().get("/v1/highlights?limit=1").header("Parlance-Fresh-As-Of");
            assertThat(Instant.parse(header)).isAfter(before);
        });
    }
}
