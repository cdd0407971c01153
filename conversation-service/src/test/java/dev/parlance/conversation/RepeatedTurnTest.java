package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.putTurn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.contract.AnalysisEvent.Highlight;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A client sends a turn again and would wait for its words; when they came, nobody had waited or listened. Who waits
/// here in vain does so for an hour.
@QuarkusTest
@TestProfile(RepeatedTurnTest.Patient.class)
@QuarkusTestResource(PlatformForTests.class)
@Timeout(120)
class RepeatedTurnTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SAID = "{\"learnerText\": \"りんご\"}";

    /// Beside an analysis-service that can be asked.
    public static final class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("conversation.live.longest-wait", "1h");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(AnalysisStub.class));
        }
    }

    @Inject
    Jdbi jdbi;

    private final String turn = id();

    @Test
    void itsWordsAreAnsweredAtOnceByWhoeverKeepsThem() {
        // Given
        String conversation = anAnalysedTurn();
        AnalysisStub.says(turn, """
                {"turnId": "%s", "revision": 10, "status": "completed", "jobs": [], "text": null,
                 "words": [{"language": "ja", "lemma": "りんご", "display": "りんご", "surface": "りんご", "count": 1,
                            "new": true, "level": null, "band": null}],
                 "highlights": [{"id": "%s", "type": "new_word", "description": "first use", "excerpt": "りんご"}]}
                """.formatted(turn, id()));
        // When
        Response again = putAndWait(conversation);
        // Then
        found(again);
    }

    @Test
    void whereNobodyAnswersForThemNothingIsWaitedFor() {
        // Given
        String conversation = anAnalysedTurn();
        AnalysisStub.isAway(turn);
        // When
        Response again = putAndWait(conversation);
        // Then
        again.then()
                .statusCode(200)
                .header("Preference-Applied", nullValue())
                .body("$", not(hasKey("analysis")))
                .body("sequence", equalTo(1));
    }

    @Test
    void wordsThatNobodyKnowsYetAreWaitedFor() {
        // Given
        String conversation = aConversation();
        putTurn(conversation, turn, SAID).then().statusCode(201);
        CompletableFuture<Response> again = CompletableFuture.supplyAsync(() -> putAndWait(conversation));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listened(conversation)).isTrue());
        // When
        Analyses.tell(conversation, turn, 1, 10, "りんご", true, List.of(aHighlight()));
        // Then
        found(again.join());
    }

    private static Highlight aHighlight() {
        return new Highlight(UUID.fromString(id()), "new_word", "first use of りんご", "りんご");
    }

    private String anAnalysedTurn() {
        String conversation = aConversation();
        putTurn(conversation, turn, SAID).then().statusCode(201);
        Analyses.tell(conversation, turn, 1, 10, "りんご", true);
        await().atMost(SOON).untilAsserted(() -> get("/v1/conversations/%s/context".formatted(conversation))
                .then()
                .body("vocabulary.uniqueWords", hasItem("りんご")));
        return conversation;
    }

    private boolean listened(String conversation) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from live_learner where learner_id = 'learner-' || :conversation)")
                .bind("conversation", conversation)
                .mapTo(Boolean.class)
                .one());
    }

    private Response putAndWait(String conversation) {
        return given().contentType("application/json")
                .header("Prefer", "wait=3600")
                .body(SAID)
                .put("/v1/conversations/{conversation}/turns/{turn}", conversation, turn);
    }

    private static void found(Response answer) {
        answer.then()
                .statusCode(200)
                .header("Preference-Applied", equalTo("wait=3600"))
                .body("analysis.revision", equalTo(10))
                .body("analysis.status", equalTo("completed"))
                .body("analysis.words[0].display", equalTo("りんご"))
                .body("analysis.highlights[0].type", equalTo("new_word"));
    }
}
