package dev.parlance.conversation.operations.trace;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The trace of a turn; the other services do not run beside this test.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TraceResourceTest {
    @Inject
    TopicSearchConsumer topicSearch;

    @Test
    void aTraceHasTheTimesOfAcceptAndRelayAndTheServicesThatDidNotRespond() {
        String conversation = createConversation();
        String turn = id();
        String recordedAt = putTurn(conversation, turn, "{\"learnerText\": \"りんご\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("recordedAt");
        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> get("/v1/turns/" + turn + "/trace")
                .then()
                .statusCode(200)
                .body("conversationId", equalTo(conversation))
                .body("accepted", equalTo(recordedAt))
                .body("relayed", notNullValue())
                .body("analysed", nullValue())
                .body("summarised", nullValue())
                .body("unanswered", contains("analysis-service", "summary-service")));
    }

    @Test
    void aTurnIsNotSentOnATopicThatDoesNotExist() {
        assertThat(topicSearch.findRecord("parlance.nothing", "default/hana", id(), Instant.now()))
                .isInstanceOf(StageResult.NotReached.class);
    }

    @Test
    void aTurnThatWasNeverRecordedHasNoTrace() {
        get("/v1/turns/" + id() + "/trace").then().statusCode(404).body("type", equalTo("/problems/unknown-turn"));
        get("/v1/turns/the-first/trace").then().statusCode(404);
        get("/v1/turns/1-1-1-1-1/trace").then().statusCode(404);
    }
}
