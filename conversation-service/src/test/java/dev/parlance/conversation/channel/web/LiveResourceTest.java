package dev.parlance.conversation.channel.web;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putTurn;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.contract.event.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.event.TurnContext;
import dev.parlance.contract.id.ConversationId;
import dev.parlance.contract.id.TurnId;
import dev.parlance.contract.json.EventCodec;
import dev.parlance.conversation.testing.AnalysisEvents;
import dev.parlance.conversation.testing.Api;
import dev.parlance.conversation.testing.SseClient;
import dev.parlance.conversation.testing.SseClient.SseEvent;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Live streams: no event is lost or repeated between two connections.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class LiveResourceTest {
    private static final String TURN_BODY = "{\"learnerText\": \"りんご\", \"replyText\": \"おいしいよね\"}";

    @Inject
    Jdbi jdbi;

    @Test
    void aTurnItsWordsItsHighlightsAndTheEndArriveInOrder() {
        String conversation = createConversation();
        String turn = id();
        UUID highlight = UUID.randomUUID();
        try (SseClient live = SseClient.open(livePath(conversation))) {
            putTurn(conversation, turn, TURN_BODY).then().statusCode(201);
            live.events(1);
            AnalysisEvents.publish(conversation, turn, 1, 10, "りんご", true, List.of(firstUse(highlight)));
            live.events(3);
            post("/v1/conversations/" + conversation + "/end", "{}").then().statusCode(200);

            List<SseEvent> events = live.events(4);
            assertThat(events).extracting(SseEvent::type).containsExactly("turn", "words", "highlight", "ended");
            assertThat(events.get(0).data().get("turnId").asText()).isEqualTo(turn);
            assertThat(events.get(0).data().get("learnerText").asText()).isEqualTo("りんご");
            assertThat(events.get(1).data().at("/words/0/new").asBoolean()).isTrue();
            assertThat(events.get(1).data().at("/highlightIds/0").asText()).isEqualTo(highlight.toString());
            assertThat(events.get(2).data().get("description").asText()).isEqualTo("first use of りんご");
            assertThat(events.get(3).data().get("endReason").asText()).isEqualTo("client");
        }
    }

    @Test
    void aClientThatReconnectsGetsExactlyTheEventsItMissed() {
        String conversation = createConversation();
        String lastEventId;
        try (SseClient live = SseClient.open(livePath(conversation))) {
            sendTurns(conversation, 3);
            lastEventId = live.events(3).get(1).id();
        }
        sendTurns(conversation, 4);
        try (SseClient live = SseClient.resume(livePath(conversation), lastEventId)) {
            assertThat(live.events(5))
                    .extracting(one -> one.data().get("sequence").asInt())
                    .containsExactly(3, 4, 5, 6, 7);
            assertThat(live.events(5))
                    .extracting(one -> Long.parseLong(one.id()))
                    .isEqualTo(IntStream.rangeClosed(1, 5)
                            .mapToObj(next -> Long.parseLong(lastEventId) + next)
                            .toList());
        }
    }

    @Test
    void aLearnersStreamHasAllConversationsAndAConversationsStreamOnlyItsOwn() {
        String conversation = createConversation();
        String other = id();
        Api.putConversation(other, "{\"learnerId\": \"learner-%s\"}".formatted(conversation))
                .then()
                .statusCode(201);
        try (SseClient all = SseClient.open("/v1/learners/learner-" + conversation + "/live");
                SseClient one = SseClient.open(livePath(conversation))) {
            sendTurns(other, 1);
            all.events(1);
            sendTurns(conversation, 1);
            assertThat(all.events(2))
                    .extracting(event -> event.data().get("conversationId").asText())
                    .containsExactly(other, conversation);
            assertThat(one.events(1)).hasSize(1);
        }
    }

    @Test
    void aRepeatedAnalysisArrivesOnceAndANewerOneOnceMore() {
        String conversation = createConversation();
        String turn = id();
        try (SseClient live = SseClient.open(livePath(conversation))) {
            putTurn(conversation, turn, TURN_BODY).then().statusCode(201);
            live.events(1);
            AnalysisEvents.publish(conversation, turn, 1, 10, "りんご", true);
            AnalysisEvents.publish(conversation, turn, 1, 10, "りんご", true);
            AnalysisEvents.publish(conversation, turn, 1, 9, "みかん", true);
            AnalysisEvents.publish(conversation, turn, 1, 11, "りんご", false);
            live.events(3);
            sendTurns(conversation, 1);
            List<SseEvent> events = live.events(4);
            assertThat(events).extracting(SseEvent::type).containsExactly("turn", "words", "words", "turn");
            assertThat(events.get(2).data().get("revision").asLong()).isEqualTo(11);
        }
    }

    @Test
    void aTranscriptArrivesUnlessItIsOld() {
        String conversation = createConversation();
        String learner = "learner-" + conversation;
        try (SseClient live = SseClient.open(livePath(conversation))) {
            publishTranscribed(learner, conversation, "ばなな", Instant.now().minus(Duration.ofHours(25)));
            publishTranscribed(learner, conversation, "りんご", Instant.now());
            List<SseEvent> events = live.events(1);
            assertThat(events).extracting(SseEvent::type).containsExactly("transcript");
            assertThat(events.getFirst().data().get("text").asText()).isEqualTo("りんご");
            assertThat(events.getFirst().data().has("learnerId")).isFalse();
        }
    }

    @Test
    void aLastEventIdBeforeDeletedEventsGetsAReset() {
        String conversation = createConversation();
        String lastEventId;
        try (SseClient live = SseClient.open(livePath(conversation))) {
            sendTurns(conversation, 2);
            lastEventId = live.events(2).get(0).id();
        }
        jdbi.useHandle(handle -> handle.execute(
                "update live_learner set floor = position where learner_id = ?", "learner-" + conversation));
        try (SseClient live = SseClient.resume(livePath(conversation), lastEventId)) {
            sendTurns(conversation, 1);
            assertThat(live.events(2)).extracting(SseEvent::type).containsExactly("reset", "turn");
            assertThat(Long.parseLong(live.events(2).get(0).id())).isEqualTo(Long.parseLong(lastEventId) + 1);
        }
        try (SseClient live = SseClient.resume(livePath(conversation), Long.toString(Long.MAX_VALUE))) {
            assertThat(live.events(1)).extracting(SseEvent::type).containsExactly("reset");
        }
    }

    @Test
    void anInvalidStreamRequestIsRefusedByItsField() {
        get("/v1/conversations/" + id() + "/live")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unknown-conversation"));
        get("/v1/learners/a b/live".replace(" ", "%20")).then().statusCode(400).body("field", equalTo("learnerId"));
        given().header("Last-Event-ID", "the last one")
                .get("/v1/learners/hana/live")
                .then()
                .statusCode(400)
                .body("field", equalTo("Last-Event-ID"));
    }

    @Test
    void eventsOfALearnerWithoutSubscribersAreNotStored() {
        String conversation = createConversation();
        sendTurns(conversation, 1);
        String other = createConversation();
        try (SseClient live = SseClient.open(livePath(other))) {
            sendTurns(other, 1);
            live.events(1); // then the earlier turn has been consumed as well
        }
        int kept = jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from live_event where learner_id = :learner")
                        .bind("learner", "learner-" + conversation)
                        .mapTo(Integer.class)
                        .one());
        assertThat(kept).isZero();
    }

    private static void publishTranscribed(String learner, String conversation, String text, Instant at) {
        var context = new TurnContext(
                "default",
                learner,
                new ConversationId(UUID.fromString(conversation)),
                new TurnId(UUID.randomUUID()),
                1,
                "app",
                null,
                "ja",
                "Asia/Tokyo",
                LocalDate.of(2026, 11, 9),
                at);
        var event = new TurnTranscribed(context, false, 1, at, at, text, null, null, null, null, null);
        AnalysisEvents.sendTo(
                "parlance.conversation-events",
                event.key(),
                event.type(),
                new String(EventCodec.encode(event, "conversation-service").value(), UTF_8));
    }

    private static void sendTurns(String conversation, int turns) {
        for (int turn = 0; turn < turns; turn++) {
            putTurn(conversation, id(), TURN_BODY).then().statusCode(201);
        }
    }

    private static Highlight firstUse(UUID id) {
        return new Highlight(id, "new_word", "first use of りんご", "りんご");
    }

    private static String livePath(String conversation) {
        return "/v1/conversations/" + conversation + "/live";
    }
}
