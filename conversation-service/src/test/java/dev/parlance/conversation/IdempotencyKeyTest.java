package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.atOnce;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A POST that is sent again under its key has one effect, and the same answer.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class IdempotencyKeyTest {
    @Test
    void underOneIdempotencyKeyATurnIsMadeOnce() {
        String path = "/v1/conversations/" + aConversation() + "/turns";
        String key = id();
        Response first = post(path, "{\"learnerText\": \"uno\"}", key);
        first.then().statusCode(201).header("Location", org.hamcrest.Matchers.startsWith(path + "/"));
        Response again = post(path, "{\"learnerText\": \"uno\"}", key);
        again.then().statusCode(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        post(path, "{\"learnerText\": \"due\"}", key)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        get(path).then().body("items", hasSize(1));
    }

    @Test
    void withoutAnIdempotencyKeyEachPostIsATurn() {
        String path = "/v1/conversations/" + aConversation() + "/turns";
        post(path, "{\"learnerText\": \"uno\"}").then().statusCode(201);
        post(path, "{\"learnerText\": \"uno\"}").then().statusCode(201).body("sequence", equalTo(2));
    }

    @Test
    void atOnceUnderOneKeyATurnIsMadeOnce() throws Exception {
        String path = "/v1/conversations/" + aConversation() + "/turns";
        String key = id();
        List<Integer> statuses =
                atOnce(10, _ -> post(path, "{\"learnerText\": \"uno\"}", key).statusCode());
        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        get(path).then().body("items", hasSize(1));
    }

    @Test
    void underOneIdempotencyKeyAConversationIsMadeOnce() {
        String key = id();
        String learner = "learner-" + id();
        String body = "{\"learnerId\": \"" + learner + "\"}";
        String first = post("/v1/conversations", body, key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String again = post("/v1/conversations", body, key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(again).isEqualTo(first);
        post("/v1/conversations", "{}", key)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        get("/v1/conversations?learnerId=" + learner).then().body("items", hasSize(1));
    }
}
