package dev.parlance.conversation.dialogue.http;

import static dev.parlance.conversation.testing.Api.callConcurrently;
import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A repeated POST with the same key has one effect and the same response.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class IdempotencyKeyTest {
    @Test
    void underOneIdempotencyKeyATurnIsRecordedOnce() {
        String path = "/v1/conversations/" + createConversation() + "/turns";
        String key = id();
        Response first = post(path, "{\"learnerText\": \"uno\"}", key);
        first.then().statusCode(201).header("Location", org.hamcrest.Matchers.startsWith(path + "/"));
        Response repeated = post(path, "{\"learnerText\": \"uno\"}", key);
        repeated.then().statusCode(201);
        assertThat(repeated.asString()).isEqualTo(first.asString());
        assertThat(repeated.header("Location")).isEqualTo(first.header("Location"));
        post(path, "{\"learnerText\": \"due\"}", key)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        get(path).then().body("items", hasSize(1));
    }

    @Test
    void withoutAnIdempotencyKeyEachPostIsATurn() {
        String path = "/v1/conversations/" + createConversation() + "/turns";
        post(path, "{\"learnerText\": \"uno\"}").then().statusCode(201);
        post(path, "{\"learnerText\": \"uno\"}").then().statusCode(201).body("sequence", equalTo(2));
    }

    @Test
    void concurrentRequestsUnderOneKeyRecordATurnOnce() throws Exception {
        String path = "/v1/conversations/" + createConversation() + "/turns";
        String key = id();
        List<Integer> statuses = callConcurrently(
                10, _ -> post(path, "{\"learnerText\": \"uno\"}", key).statusCode());
        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        get(path).then().body("items", hasSize(1));
    }

    @Test
    void underOneIdempotencyKeyAConversationIsStartedOnce() {
        String key = id();
        String learner = "learner-" + id();
        String body = "{\"learnerId\": \"" + learner + "\"}";
        String first = post("/v1/conversations", body, key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String repeated = post("/v1/conversations", body, key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(repeated).isEqualTo(first);
        post("/v1/conversations", "{}", key)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        get("/v1/conversations?learnerId=" + learner).then().body("items", hasSize(1));
    }
}
