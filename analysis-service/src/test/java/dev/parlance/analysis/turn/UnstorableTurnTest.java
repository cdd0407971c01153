package dev.parlance.analysis.turn;

import static dev.parlance.analysis.turn.AnalysisApi.analysis;
import static dev.parlance.analysis.turn.AnalysisApi.vocabulary;
import static dev.parlance.analysis.turn.AnalysisTopic.events;
import static dev.parlance.analysis.turn.UnstorableWord.WORD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.vocabulary.FailingVocabularyAnalyzer;
import dev.parlance.analysis.vocabulary.VocabularyAnalyzer;
import dev.parlance.kit.consumer.InboundRecord;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// A turn whose analysis cannot be stored counts in its day all the same.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class UnstorableTurnTest {
    @Inject
    TurnDelivery delivery;

    @Inject
    Languages languages;

    @Inject
    Quarantine quarantine;

    @Inject
    Jdbi jdbi;

    @Test
    void aTurnThatCannotBeStoredIsPublishedAsFailedWithItsCountsAndItsNeighboursAreComplete() {
        try (var _ = UnstorableWord.refuse()) {
            // Given
            SampleTurn before = english("The fig is fine");
            SampleTurn unstorable = english("The fig is " + WORD + ". Really!").withReply("Oh no");
            SampleTurn after = english("The date is fine");
            // When
            delivery.receive(List.of(before.toRecord(), unstorable.toRecord(), after.toRecord()));
            // Then
            analysis(before).then().body("status", equalTo("completed"));
            analysis(after).then().body("status", equalTo("completed"));
            analysis(unstorable)
                    .then()
                    .body("status", equalTo("failed"))
                    .body("jobs.status", everyItem(equalTo("failed")))
                    .body("jobs[0].error", equalTo("PSQLException/23514 when it was stored"))
                    .body("learnerWords", equalTo(5))
                    .body("replyWords", equalTo(2))
                    .body("sentences", equalTo(2))
                    .body("words", empty())
                    .body("highlights", empty());
            vocabulary(unstorable.learner(), "").then().body("items", empty());
            List<JsonNode> published = events(unstorable);
            assertThat(published).singleElement().satisfies(event -> {
                assertThat(event.get("status").asText()).isEqualTo("failed");
                assertThat(event.get("learnerWords").asInt()).isEqualTo(5);
            });
            assertThat(countQuarantined()).isZero();
            // When it is delivered once more
            delivery.receive(List.of(unstorable.toRecord()));
            // Then
            assertThat(events(unstorable)).hasSize(1);
        }
    }

    @Test
    void aFailedTurnCanBeRetriedUntilItCanBeStored() {
        // Given
        SampleTurn turn = english("fig " + WORD + " jam");
        try (var _ = UnstorableWord.refuse()) {
            delivery.receive(List.of(turn.toRecord()));
            // When it still cannot be stored
            retry(turn, "vocabulary");
            // Then
            analysis(turn)
                    .then()
                    .body("status", equalTo("failed"))
                    .body("jobs[0].attempts", equalTo(2))
                    .body("learnerWords", equalTo(3));
        }
        // When it can
        retry(turn, "levels");
        // Then
        analysis(turn)
                .then()
                .body("status", equalTo("completed"))
                .body("learnerWords", equalTo(3))
                .body("words.lemma", contains("fig", WORD, "jam"))
                .body("words.new", contains(true, true, true));
        vocabulary(turn.learner(), "").then().body("items.lemma", containsInAnyOrder("fig", WORD, "jam"));
        assertThat(events(turn))
                .extracting(event -> event.get("status").asText())
                .containsExactly("failed", "completed");
    }

    @Test
    void aTurnInQuarantineThatStillCannotBeStoredLeavesItAsFailed() {
        // Given a record that an earlier release has set aside
        SampleTurn turn = english("fig " + WORD + " jam");
        InboundRecord record = turn.toRecord();
        quarantine.add(List.of(
                new InboundRecord(record.topic(), 77, record.offset(), record.key(), record.headers(), record.value())
                        .toQuarantineEntry("could not be applied")));
        String id = given().get("/v1/admin/quarantine?status=waiting&limit=200")
                .path("items.find { it.key == '%s' }.id".formatted(record.key()));
        // When
        try (var _ = UnstorableWord.refuse()) {
            given().urlEncodingEnabled(false)
                    .post("/v1/admin/quarantine/" + id + ":retry")
                    .then()
                    .statusCode(202);
        }
        // Then
        analysis(turn).then().body("status", equalTo("failed")).body("learnerWords", equalTo(3));
        given().get("/v1/admin/quarantine/{id}", id).then().body("status", equalTo("retried"));
    }

    @Test
    void aTranscriptThatCannotBeStoredTakesTheWordsOfTheEarlierOneAway() {
        try (var _ = UnstorableWord.refuse()) {
            // Given
            SampleTurn turn = english("apple pie");
            delivery.receive(List.of(turn.toRecord()));
            // When
            delivery.receive(List.of(turn.transcribed(1, WORD + " pie")));
            // Then
            analysis(turn).then().body("status", equalTo("failed")).body("learnerWords", equalTo(2));
            vocabulary(turn.learner(), "").then().body("items", empty());
            // When
            delivery.receive(List.of(turn.transcribed(2, "pear pie")));
            // Then
            analysis(turn)
                    .then()
                    .body("status", equalTo("completed"))
                    .body("words.lemma", contains("pear", "pie"))
                    .body("words.new", contains(true, true));
        }
    }

    @Test
    void wordsAreCountedByUnicodesRulesWhereTheirAnalyserFails() {
        // Given
        QuarkusMock.installMockForType(new FailingVocabularyAnalyzer(languages), VocabularyAnalyzer.class);
        SampleTurn turn = english("A fig. A date!").withReply("Two fruits");
        // When
        delivery.receive(List.of(turn.toRecord()));
        // Then
        analysis(turn)
                .then()
                .body("status", equalTo("partial"))
                .body("learnerWords", equalTo(4))
                .body("sentences", equalTo(2))
                .body("replyWords", equalTo(2))
                .body("words", empty());
    }

    @Test
    void aWordUsedAsOftenAsCanBeCountedIsNotCountedFurther() {
        // Given
        SampleTurn turn = english("jam");
        delivery.receive(List.of(turn.toRecord()));
        jdbi.useHandle(
                handle -> handle.createUpdate("update vocabulary set count = 2147483647 where learner_id = :learner")
                        .bind("learner", turn.learner())
                        .execute());
        SampleTurn next = turn.next("jam jam");
        // When
        delivery.receive(List.of(next.toRecord()));
        // Then
        analysis(next).then().body("status", equalTo("completed"));
        vocabulary(turn.learner(), "").then().body("items.count", contains(Integer.MAX_VALUE));
    }

    private static SampleTurn english(String text) {
        return SampleTurn.byHana(text).inLanguage("en");
    }

    private static void retry(SampleTurn turn, String job) {
        given().urlEncodingEnabled(false)
                .post("/v1/jobs/" + turn.turn() + "." + job + ":retry")
                .then()
                .statusCode(202);
    }

    private int countQuarantined() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from quarantine where topic = :topic")
                .bind("topic", TurnDelivery.TOPIC)
                .mapTo(Integer.class)
                .one());
    }
}
