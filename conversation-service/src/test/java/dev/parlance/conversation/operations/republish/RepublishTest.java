package dev.parlance.conversation.operations.republish;

import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putConversation;
import static dev.parlance.conversation.testing.Api.putTurn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.conversation.testing.Api;
import dev.parlance.conversation.testing.TestClock;
import dev.parlance.conversation.testing.TopicReader;
import dev.parlance.conversation.testing.TopicReader.PublishedEvent;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class RepublishTest {
    private final String learner = "learner-" + id();

    @AfterEach
    void setTheClock() {
        TestClock.get().reset();
    }

    @Test
    void allEventsAreRepublishedUnchanged() {
        // Given an ended conversation, an open one and one without turns
        String over = conversation();
        String open = conversation();
        String silent = conversation();
        for (int turn = 0; turn < 3; turn++) {
            putTurn(over, id(), """
                    {"learnerText": "りんごがたべたい", "replyText": "うん", "durationMs": 2100, "metadata": {"b": 1.50, "a": [2]},
                     "wordTimings": [{"word": "りんご", "startMs": 0, "endMs": 600, "confidence": 0.9}],
                     "occurredAt": "2026-11-20T17:15:3%d.120+09:00"}
                    """.formatted(turn)).then().statusCode(201);
            putTurn(open, id(), "{\"learnerText\": \"me gusta\"}").then().statusCode(201);
        }
        end(over);
        end(silent);
        List<PublishedEvent> firstOfOver = TopicReader.events(over, 5);
        List<PublishedEvent> firstOfOpen = TopicReader.events(open, 4);
        List<PublishedEvent> firstOfSilent = TopicReader.events(silent, 2);
        // When
        republish("{}").then().body("status", equalTo("completed")).body("error", nullValue());
        // Then
        assertRepublished(TopicReader.events(over, 10), firstOfOver);
        assertRepublished(TopicReader.events(open, 8), firstOfOpen);
        assertRepublished(TopicReader.events(silent, 4), firstOfSilent);
    }

    @Test
    void theEventsOfOneLearnerCanBeRepublishedAlone() {
        // Given
        String hers = conversation();
        putTurn(hers, id(), "{\"learnerText\": \"me gusta\"}").then().statusCode(201);
        conversation();
        String his = Api.createConversation();
        putTurn(his, id(), "{\"learnerText\": \"mi piace\"}").then().statusCode(201);
        // When
        Response done = republish("{\"learnerId\": \"" + learner + "\"}");
        // Then one turn, and a conversation without any
        done.then().body("learnerId", equalTo(learner)).body("sent", equalTo(2)).body("total", equalTo(2));
        assertThat(TopicReader.events(hers, 4)).hasSize(4);
        assertThat(TopicReader.events(his, 2)).hasSize(2);
    }

    @Test
    void theEventsOfARangeOfTimeCanBeRepublishedAlone() {
        // Given turns recorded minutes apart
        String conversation = conversation();
        for (int turn = 0; turn < 3; turn++) {
            putTurn(conversation, id(), "{\"learnerText\": \"turn %d\"}".formatted(turn))
                    .then()
                    .statusCode(201);
            TestClock.get().advance(Duration.ofMinutes(5));
        }
        List<PublishedEvent> first = TopicReader.events(conversation, 4);
        Instant second = Instant.parse(first.get(2).value().get("recordedAt").asText());
        Instant third = Instant.parse(first.get(3).value().get("recordedAt").asText());
        // When
        republish("{\"from\": \"%s\", \"to\": \"%s\", \"learnerId\": \"%s\"}".formatted(second, third, learner))
                .then()
                .body("sent", equalTo(1))
                .body("from", equalTo(first.get(2).value().get("recordedAt").asText()));
        // Then
        assertThat(TopicReader.events(conversation, 5))
                .extracting(PublishedEvent::value)
                .last()
                .isEqualTo(first.get(2).value());
        republish("{\"to\": \"%s\", \"learnerId\": \"%s\"}".formatted(second, learner));
        assertThat(TopicReader.events(conversation, 7)).hasSize(7);
    }

    @Test
    void aBusyConversationKeepsItsOrderOverManyPages() {
        // Given
        String conversation = conversation();
        for (int batch = 0; batch < 3; batch++) {
            var turns = new StringBuilder();
            for (int turn = 0; turn < 250; turn++) {
                turns.append(turn == 0 ? "" : ",")
                        .append("{\"id\": \"%s\", \"learnerText\": \"turn %d\"}".formatted(id(), turn));
            }
            post("/v1/conversations/" + conversation + "/turns:batch", "{\"turns\": [" + turns + "]}")
                    .then()
                    .statusCode(207);
        }
        end(conversation);
        List<PublishedEvent> first = TopicReader.events(conversation, 752);
        // When
        republish("{\"learnerId\": \"" + learner + "\"}").then().body("sent", equalTo(750));
        // Then
        assertRepublished(TopicReader.events(conversation, 1504), first);
    }

    @Test
    void invalidSelectionsAreRefused() {
        order("{\"from\": \"yesterday\"}").then().statusCode(400).body("field", equalTo("from"));
        order("{\"from\": \"2026-11-20T00:00:00Z\", \"to\": \"2026-11-20T00:00:00Z\"}")
                .then()
                .statusCode(400)
                .body("field", equalTo("to"));
        order("{\"learnerId\": \"a/b\"}").then().statusCode(400).body("field", equalTo("learnerId"));
        order("{\"stage\": \"analysis\"}").then().statusCode(400).body("field", equalTo("stage"));
        for (String unknown : List.of(id(), "nonsense")) {
            get("/v1/admin/republish/" + unknown).then().statusCode(404).body("type", equalTo("/problems/not-found"));
            given().delete("/v1/admin/republish/" + unknown).then().statusCode(404);
        }
    }

    @Test
    void jobsAreListedAndACompletedOneStaysCompleted() {
        String order = republish("{\"learnerId\": \"" + learner + "\"}").path("id");
        given().delete("/v1/admin/republish/" + order).then().statusCode(204);
        get("/v1/admin/republish/" + order)
                .then()
                .body("status", equalTo("completed"))
                .body("startedAt", notNullValue());
        get("/v1/admin/republish?limit=200").then().body("items.id", hasItem(order));
    }

    private String conversation() {
        String conversation = id();
        putConversation(conversation, """
                {"learnerId": "%s", "language": "ja", "timeZone": "Asia/Tokyo", "module": "free-talk", "scenarioId": "s1"}
                """.formatted(learner)).then().statusCode(201);
        return conversation;
    }

    private static void end(String conversation) {
        post("/v1/conversations/" + conversation + "/end", "{}").then().statusCode(200);
    }

    private static Response order(String body) {
        return post("/v1/admin/republish", body);
    }

    /// Starts a job and waits for its end.
    private static Response republish(String body) {
        Response ordered = order(body);
        ordered.then().statusCode(202).body("status", equalTo("running"));
        String location = ordered.header("Location");
        Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> assertThat(
                        get(location).<String>path("status"))
                .isNotEqualTo("running"));
        return get(location);
    }

    private static void assertRepublished(List<PublishedEvent> twice, List<PublishedEvent> first) {
        assertThat(twice).hasSize(2 * first.size());
        assertThat(twice.subList(0, first.size())).isEqualTo(first);
        assertThat(twice.subList(first.size(), twice.size()).stream()
                        .map(RepublishTest::withoutTrace)
                        .toList())
                .isEqualTo(first.stream().map(RepublishTest::withoutTrace).toList());
    }

    private static PublishedEvent withoutTrace(PublishedEvent event) {
        Map<String, String> headers = new HashMap<>(event.headers());
        headers.remove("traceparent");
        return new PublishedEvent(event.key(), headers, event.value());
    }
}
