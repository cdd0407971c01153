package dev.parlance.conversation.dialogue.ingest;

import static dev.parlance.conversation.testing.Api.TURN_BODY;
import static dev.parlance.conversation.testing.Api.batchOf;
import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.id;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.testing.TopicReader;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The `traceparent` of a request is in the events of its turns.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TraceparentTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void aTurnIsPublishedInTheTraceOfItsRequest() {
        String conversation = createConversation();
        request(TRACE + SPAN + "-01")
                .body(TURN_BODY)
                .put("/v1/conversations/{conversation}/turns/{turn}", conversation, id())
                .then()
                .statusCode(201);
        assertThat(traces(conversation, 1))
                .singleElement()
                .asString()
                .startsWith(TRACE)
                .doesNotContain(SPAN);
    }

    @Test
    void theTurnsOfABatchAreSpansOfOneTrace() {
        String conversation = createConversation();
        request(TRACE + SPAN + "-01")
                .urlEncodingEnabled(false)
                .body(batchOf(3))
                .post("/v1/conversations/" + conversation + "/turns:batch")
                .then()
                .statusCode(207);
        assertThat(traces(conversation, 3)).doesNotHaveDuplicates().allSatisfy(trace -> assertThat(trace)
                .startsWith(TRACE));
    }

    @Test
    void anInvalidTraceparentIsIgnored() {
        String conversation = createConversation();
        request("nonsense")
                .body(TURN_BODY)
                .post("/v1/conversations/{conversation}/turns", conversation)
                .then()
                .statusCode(201);
        assertThat(traces(conversation, 1)).singleElement().asString().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    private static RequestSpecification request(String traceParent) {
        return given().contentType("application/json").header("traceparent", traceParent);
    }

    private static List<String> traces(String conversation, int turns) {
        return TopicReader.events(conversation, "parlance.turn-recorded.v1", turns).stream()
                .map(event -> event.headers().get("traceparent"))
                .toList();
    }
}
