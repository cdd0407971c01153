package dev.parlance.conversation.dialogue.conversation;

import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putConversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.parlance.conversation.testing.TopicReader;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class ConversationResourceTest {
    @Test
    void missingFieldsHaveDefaults() {
        putConversation(id(), "{\"learnerId\": \"hana\"}")
                .then()
                .statusCode(201)
                .body("learnerId", equalTo("hana"))
                .body("guest", equalTo(false))
                .body("channel", equalTo("app"))
                .body("language", equalTo("und"))
                .body("timeZone", equalTo("UTC"))
                .body("module", nullValue())
                .body("scenarioId", nullValue())
                .body("startedAt", notNullValue())
                .body("endedAt", nullValue())
                .body("endReason", nullValue())
                .body("turnCount", equalTo(0))
                .body("active", equalTo(true))
                .body("metadata.size()", equalTo(0));
    }

    @Test
    void aConversationIsCreatedOncePerId() {
        String conversation = id();
        String body = "{\"learnerId\": \"hana\", \"metadata\": {\"a\": 1, \"b\": 2}, \"startedAt\":"
                + " \"2026-11-09T09:00:00+09:00\"}";
        putConversation(conversation, body)
                .then()
                .statusCode(201)
                .body("startedAt", equalTo("2026-11-09T00:00:00.000Z"));
        putConversation(
                        conversation,
                        "{\"startedAt\": \"2026-11-09T00:00:00Z\", \"metadata\": {\"b\": 2, \"a\": 1}, \"learnerId\":"
                                + " \"hana\", \"module\": null}")
                .then()
                .statusCode(200);
        putConversation(conversation, "{\"learnerId\": \"kenji\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conversation-differs"));
        assertThat(TopicReader.events(conversation, "parlance.conversation-started.v1", 1))
                .hasSize(1);
    }

    @Test
    void postGeneratesTheId() {
        Response created = post("/v1/conversations", "{\"learnerId\": \"hana\", \"channel\": \"voice\"}");
        created.then().statusCode(201).header("Location", startsWith("/v1/conversations/"));
        get(created.header("Location")).then().statusCode(200).body("channel", equalTo("voice"));
    }

    @Test
    void aLearnerWithoutIdIsAGuestAndOnlyAKnownGuestIdIsAccepted() {
        String guest = putConversation(id(), "{}")
                .then()
                .statusCode(201)
                .body("guest", equalTo(true))
                .extract()
                .path("learnerId");
        assertThat(guest).matches("guest-[0-9a-f-]{36}");
        putConversation(id(), "{\"learnerId\": \"" + guest + "\"}")
                .then()
                .statusCode(201)
                .body("guest", equalTo(true));
        putConversation(id(), "{\"learnerId\": \"guest-somebody\"}")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("field", equalTo("learnerId"));
    }

    @Test
    void aGuestsConversationCanBePutAgain() {
        String conversation = id();
        String guest = putConversation(conversation, "{}").path("learnerId");
        putConversation(conversation, "{}").then().statusCode(200).body("learnerId", equalTo(guest));
    }

    static Stream<Object[]> refused() {
        return Stream.of(
                new Object[] {"{\"learnerId\": \"ha/na\"}", "learnerId"},
                new Object[] {"{\"learnerId\": \"\"}", "learnerId"},
                new Object[] {"{\"channel\": \"pigeon\"}", "channel"},
                new Object[] {"{\"language\": \"\"}", "language"},
                new Object[] {"{\"timeZone\": \"Mars/Olympus\"}", "timeZone"},
                new Object[] {"{\"timeZone\": \"+09:00\"}", "timeZone"},
                new Object[] {"{\"module\": \"Free Talk\"}", "module"},
                new Object[] {"{\"startedAt\": \"1999-01-01T00:00:00Z\"}", "startedAt"},
                new Object[] {"{\"startedAt\": \"2026-11-09\"}", "startedAt"},
                new Object[] {"{\"metadata\": \"text\"}", "metadata"},
                new Object[] {"{\"learner\": \"hana\"}", "learner"});
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anInvalidBodyIsRefusedByItsField(String body, String field) {
        putConversation(id(), body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("field", equalTo(field));
    }

    @Test
    void unknownConversationsAreReported() {
        for (String path : List.of("", "/turns", "/context")) {
            get("/v1/conversations/" + id() + path)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/unknown-conversation"));
        }
        post("/v1/conversations/" + id() + "/end", "{}").then().statusCode(404);
        post("/v1/conversations/" + id() + "/turns:batch", "{\"turns\": []}")
                .then()
                .statusCode(404);
        putConversation("nonsense", "{}").then().statusCode(400).body("field", equalTo("id"));
    }

    @Test
    void conversationsAreListedNewestFirstWithFiltersAndPages() {
        String learner = "learner-" + id();
        for (int day = 1; day <= 5; day++) {
            putConversation(
                            id(),
                            "{\"learnerId\": \"%s\", \"startedAt\": \"2026-11-0%dT10:00:00Z\"}".formatted(learner, day))
                    .then()
                    .statusCode(201);
        }
        String path = "/v1/conversations?learnerId=" + learner;
        Response first = get(path + "&limit=3");
        first.then()
                .body(
                        "items.startedAt",
                        equalTo(List.of(
                                "2026-11-05T10:00:00.000Z", "2026-11-04T10:00:00.000Z", "2026-11-03T10:00:00.000Z")));
        get(path + "&limit=3&cursor=" + first.path("nextCursor"))
                .then()
                .body("items", hasSize(2))
                .body("nextCursor", nullValue());
        get(path + "&from=2026-11-02T10:00:00Z&to=2026-11-04T10:00:00Z").then().body("items", hasSize(2));
        get(path + "&from=2026-11-02T19:00:00%2B09:00").then().body("items", hasSize(4));
        get(path + "&from=yesterday").then().statusCode(400).body("field", equalTo("from"));
        get(path + "&active=true").then().body("items", hasSize(5));
        get(path + "&active=false").then().body("items", hasSize(0));
        get(path + "&active=perhaps").then().statusCode(400).body("field", equalTo("active"));
        get("/v1/conversations?learnerId=other&limit=3&cursor=" + first.path("nextCursor"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-cursor"));
    }

    @Test
    void conversationsAreFilteredByModuleAndChannel() {
        // Given
        String module = "module-" + id().substring(0, 8);
        String learner = "learner-" + id();
        String sms = id();
        String voice = id();
        String other = id();
        putConversation(sms, "{\"module\": \"%s\", \"channel\": \"sms\"}".formatted(module))
                .then()
                .statusCode(201);
        putConversation(voice, "{\"module\": \"%s\", \"channel\": \"voice\"}".formatted(module))
                .then()
                .statusCode(201);
        putConversation(other, "{\"learnerId\": \"%s\", \"channel\": \"voice\"}".formatted(learner))
                .then()
                .statusCode(201);
        // Then
        String path = "/v1/conversations?module=" + module;
        get(path).then().body("items.id", containsInAnyOrder(sms, voice));
        get(path + "&channel=sms").then().body("items.id", contains(sms));
        get(path + "&limit=1&cursor=" + get(path + "&limit=1").path("nextCursor"))
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
        get("/v1/conversations?module=none&learnerId=" + learner).then().body("items.id", contains(other));
        get("/v1/conversations?channel=voice&learnerId=" + learner).then().body("items.id", contains(other));
        get("/v1/conversations?module=No%20Name").then().statusCode(200).body("items", hasSize(0));
        get("/v1/conversations?channel=pigeon").then().statusCode(400).body("field", equalTo("channel"));
    }

    @Test
    void theServiceReportsItsVersionAndContracts() {
        get("/q/health/live").then().statusCode(200);
        get("/q/health/ready").then().statusCode(200);
        get("/q/metrics").then().statusCode(200);
        get("/q/openapi").then().statusCode(200);
        get("/schemas/turn-recorded.v1.json").then().statusCode(200).body("required", hasItems("turnId", "learnerId"));
    }
}
