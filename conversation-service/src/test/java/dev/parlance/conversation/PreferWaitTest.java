package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static io.restassured.RestAssured.given;
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
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// A client that would rather wait than ask again is answered with what was found in its turn.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class PreferWaitTest {
    @Test
    void wordsThatComeInTimeAreInTheAnswerAndInThatOfARepetition() {
        // Given
        String conversation = aConversation();
        String turn = id();
        var highlight = new Highlight(UUID.randomUUID(), "new_word", "first use of りんご", "りんご");
        // When
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> put(conversation, turn, "respond-async, wait=120"));
        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> get("/v1/conversations/" + conversation + "/turns")
                .then()
                .body("items.id", hasItem(turn)));
        Analyses.tell(conversation, turn, 1, 10, "りんご", true, List.of(highlight));
        // Then
        found(answer.join(), 201, "wait=120");
        found(put(conversation, turn, "wait=\"2\""), 200, "wait=2");
    }

    @Test
    void aTurnWhoseWordsDoNotComeInTimeIsAnsweredAsUsual() {
        String conversation = aConversation();
        put(conversation, id(), "wait=1")
                .then()
                .statusCode(201)
                .header("Preference-Applied", nullValue())
                .body("$", not(hasKey("analysis")))
                .body("sequence", equalTo(1));
    }

    @Test
    void aRefusalDoesNotWait() {
        put(id(), id(), "wait=5").then().statusCode(404).body("type", equalTo("/problems/unknown-conversation"));
    }

    private static void found(Response answer, int status, String applied) {
        answer.then()
                .statusCode(status)
                .header("Preference-Applied", equalTo(applied))
                .body("analysis.status", equalTo("completed"))
                .body("analysis.words[0].display", equalTo("りんご"))
                .body("analysis.words[0].new", equalTo(true))
                .body("analysis.highlights[0].type", equalTo("new_word"));
    }

    private static Response put(String conversation, String turn, String prefer) {
        return given().contentType("application/json")
                .header("Prefer", prefer)
                .body("{\"learnerText\": \"りんご\"}")
                .put("/v1/conversations/{conversation}/turns/{turn}", conversation, turn);
    }
}
