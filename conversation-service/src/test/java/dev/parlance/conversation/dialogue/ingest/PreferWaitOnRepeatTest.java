package dev.parlance.conversation.dialogue.ingest;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.putTurn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.conversation.testing.AnalysisEvents;
import dev.parlance.conversation.testing.AnalysisStub;
import dev.parlance.kit.testing.TestPlatform;
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

/// A client repeats a turn with `Prefer: wait` after its analysis arrived without subscribers. A wait in vain lasts
/// for an hour here, so that it fails the test.
@QuarkusTest
@TestProfile(PreferWaitOnRepeatTest.LongMaxWait.class)
@QuarkusTestResource(TestPlatform.class)
@Timeout(120)
class PreferWaitOnRepeatTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String TURN_BODY = "{\"learnerText\": \"りんご\"}";

    /// With a stub of analysis-service and a long wait.
    public static final class LongMaxWait implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parlance.live.max-wait", "1h");
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
    void aStoredAnalysisIsInTheResponseAtOnce() {
        // Given
        String conversation = anAnalysedTurn();
        AnalysisStub.respondWith(turn, """
                {"turnId": "%s", "revision": 10, "status": "completed", "jobs": [], "text": null,
                 "words": [{"language": "ja", "lemma": "りんご", "display": "りんご", "surface": "りんご", "count": 1,
                            "new": true, "level": null, "band": null}],
                 "highlights": [{"id": "%s", "type": "new_word", "description": "first use", "excerpt": "りんご"}]}
                """.formatted(turn, id()));
        // When
        Response repeated = putAndWait(conversation);
        // Then
        assertAnalysis(repeated);
    }

    @Test
    void anAnalysisThatIsKnownButCannotBeFetchedIsNotWaitedFor() {
        // Given
        String conversation = anAnalysedTurn();
        AnalysisStub.failFor(turn);
        // When
        Response repeated = putAndWait(conversation);
        // Then
        repeated.then()
                .statusCode(200)
                .header("Preference-Applied", nullValue())
                .body("$", not(hasKey("analysis")))
                .body("sequence", equalTo(1));
    }

    @Test
    void anAnalysisThatDoesNotExistYetIsWaitedFor() {
        // Given
        String conversation = createConversation();
        putTurn(conversation, turn, TURN_BODY).then().statusCode(201);
        CompletableFuture<Response> repeated = CompletableFuture.supplyAsync(() -> putAndWait(conversation));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(isSubscribed(conversation)).isTrue());
        // When
        AnalysisEvents.publish(conversation, turn, 1, 10, "りんご", true, List.of(aHighlight()));
        // Then
        assertAnalysis(repeated.join());
    }

    private static Highlight aHighlight() {
        return new Highlight(UUID.fromString(id()), "new_word", "first use of りんご", "りんご");
    }

    private String anAnalysedTurn() {
        String conversation = createConversation();
        putTurn(conversation, turn, TURN_BODY).then().statusCode(201);
        AnalysisEvents.publish(conversation, turn, 1, 10, "りんご", true);
        await().atMost(TIMEOUT).untilAsserted(() -> get("/v1/conversations/%s/context".formatted(conversation))
                .then()
                .body("vocabulary.uniqueWords", hasItem("りんご")));
        return conversation;
    }

    private boolean isSubscribed(String conversation) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from live_learner where learner_id = 'learner-' || :conversation)")
                .bind("conversation", conversation)
                .mapTo(Boolean.class)
                .one());
    }

    private Response putAndWait(String conversation) {
        return given().contentType("application/json")
                .header("Prefer", "wait=3600")
                .body(TURN_BODY)
                .put("/v1/conversations/{conversation}/turns/{turn}", conversation, turn);
    }

    private static void assertAnalysis(Response response) {
        response.then()
                .statusCode(200)
                .header("Preference-Applied", equalTo("wait=3600"))
                .body("analysis.revision", equalTo(10))
                .body("analysis.status", equalTo("completed"))
                .body("analysis.words[0].display", equalTo("りんご"))
                .body("analysis.highlights[0].type", equalTo("new_word"));
    }
}
