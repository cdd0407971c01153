package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.post;
import static dev.parlance.conversation.Api.putTurn;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.contract.AnalysisEvent.Highlight;
import dev.parlance.contract.ConversationEvent.TurnTranscribed;
import dev.parlance.contract.ConversationId;
import dev.parlance.contract.EventCodec;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.Listening.Event;
import dev.parlance.kit.testing.PlatformForTests;
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

/// What happens to a learner, heard as it happens; nothing is lost or repeated between two connections.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class LiveTest {
    private static final String SAID = "{\"learnerText\": \"りんご\", \"replyText\": \"おいしいよね\"}";

    @Inject
    Jdbi jdbi;

    @Test
    void aTurnItsWordsItsHighlightsAndTheEndAreHeardInTheirOrder() {
        String conversation = aConversation();
        String turn = id();
        UUID highlight = UUID.randomUUID();
        try (Listening live = Listening.to(of(conversation))) {
            putTurn(conversation, turn, SAID).then().statusCode(201);
            live.events(1);
            Analyses.tell(conversation, turn, 1, 10, "りんご", true, List.of(firstUse(highlight)));
            live.events(3);
            post("/v1/conversations/" + conversation + "/end", "{}").then().statusCode(200);

            List<Event> heard = live.events(4);
            assertThat(heard).extracting(Event::type).containsExactly("turn", "words", "highlight", "ended");
            assertThat(heard.get(0).data().get("turnId").asText()).isEqualTo(turn);
            assertThat(heard.get(0).data().get("learnerText").asText()).isEqualTo("りんご");
            assertThat(heard.get(1).data().at("/words/0/new").asBoolean()).isTrue();
            assertThat(heard.get(1).data().at("/highlightIds/0").asText()).isEqualTo(highlight.toString());
            assertThat(heard.get(2).data().get("description").asText()).isEqualTo("first use of りんご");
            assertThat(heard.get(3).data().get("endReason").asText()).isEqualTo("client");
        }
    }

    @Test
    void whoComesBackHearsExactlyWhatCameMeanwhile() {
        String conversation = aConversation();
        String seen;
        try (Listening live = Listening.to(of(conversation))) {
            say(conversation, 3);
            seen = live.events(3).get(1).id();
        }
        say(conversation, 4);
        try (Listening live = Listening.resumed(of(conversation), seen)) {
            assertThat(live.events(5))
                    .extracting(one -> one.data().get("sequence").asInt())
                    .containsExactly(3, 4, 5, 6, 7);
            assertThat(live.events(5))
                    .extracting(one -> Long.parseLong(one.id()))
                    .isEqualTo(IntStream.rangeClosed(1, 5)
                            .mapToObj(next -> Long.parseLong(seen) + next)
                            .toList());
        }
    }

    @Test
    void aLearnersStreamHasAllConversationsAndAConversationsStreamOnlyItsOwn() {
        String conversation = aConversation();
        String other = id();
        Api.putConversation(other, "{\"learnerId\": \"learner-%s\"}".formatted(conversation))
                .then()
                .statusCode(201);
        try (Listening all = Listening.to("/v1/learners/learner-" + conversation + "/live");
                Listening one = Listening.to(of(conversation))) {
            say(other, 1);
            all.events(1);
            say(conversation, 1);
            assertThat(all.events(2))
                    .extracting(event -> event.data().get("conversationId").asText())
                    .containsExactly(other, conversation);
            assertThat(one.events(1)).hasSize(1);
        }
    }

    @Test
    void anAnalysisThatIsToldAgainIsHeardOnceAndANewerOneOnceMore() {
        String conversation = aConversation();
        String turn = id();
        try (Listening live = Listening.to(of(conversation))) {
            putTurn(conversation, turn, SAID).then().statusCode(201);
            live.events(1);
            Analyses.tell(conversation, turn, 1, 10, "りんご", true);
            Analyses.tell(conversation, turn, 1, 10, "りんご", true);
            Analyses.tell(conversation, turn, 1, 9, "みかん", true);
            Analyses.tell(conversation, turn, 1, 11, "りんご", false);
            live.events(3);
            say(conversation, 1);
            List<Event> heard = live.events(4);
            assertThat(heard).extracting(Event::type).containsExactly("turn", "words", "words", "turn");
            assertThat(heard.get(2).data().get("revision").asLong()).isEqualTo(11);
        }
    }

    @Test
    void whatWasUnderstoodOfASoundIsHeardUnlessItIsOld() {
        String conversation = aConversation();
        String learner = "learner-" + conversation;
        try (Listening live = Listening.to(of(conversation))) {
            transcribed(learner, conversation, "ばなな", Instant.now().minus(Duration.ofHours(25)));
            transcribed(learner, conversation, "りんご", Instant.now());
            List<Event> heard = live.events(1);
            assertThat(heard).extracting(Event::type).containsExactly("transcript");
            assertThat(heard.getFirst().data().get("text").asText()).isEqualTo("りんご");
            assertThat(heard.getFirst().data().has("learnerId")).isFalse();
        }
    }

    @Test
    void anIdWhoseFollowersAreGoneIsAnsweredByAReset() {
        String conversation = aConversation();
        String seen;
        try (Listening live = Listening.to(of(conversation))) {
            say(conversation, 2);
            seen = live.events(2).get(0).id();
        }
        jdbi.useHandle(handle -> handle.execute(
                "update live_learner set floor = position where learner_id = ?", "learner-" + conversation));
        try (Listening live = Listening.resumed(of(conversation), seen)) {
            say(conversation, 1);
            assertThat(live.events(2)).extracting(Event::type).containsExactly("reset", "turn");
            assertThat(Long.parseLong(live.events(2).get(0).id())).isEqualTo(Long.parseLong(seen) + 1);
        }
        try (Listening live = Listening.resumed(of(conversation), Long.toString(Long.MAX_VALUE))) {
            assertThat(live.events(1)).extracting(Event::type).containsExactly("reset");
        }
    }

    @Test
    void whatIsNoStreamIsRefusedByName() {
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
    void ofALearnerToWhomNobodyListensNothingIsKept() {
        String conversation = aConversation();
        say(conversation, 1);
        String other = aConversation();
        try (Listening live = Listening.to(of(other))) {
            say(other, 1);
            live.events(1); // by now the earlier turn has been read, too, or it will be told to nobody either
        }
        int kept = jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from live_event where learner_id = :learner")
                        .bind("learner", "learner-" + conversation)
                        .mapTo(Integer.class)
                        .one());
        assertThat(kept).isZero();
    }

    private static void transcribed(String learner, String conversation, String text, Instant at) {
        var event = new TurnTranscribed(
                "default",
                learner,
                false,
                new ConversationId(UUID.fromString(conversation)),
                new TurnId(UUID.randomUUID()),
                1,
                1,
                "app",
                null,
                "ja",
                "Asia/Tokyo",
                LocalDate.of(2026, 11, 9),
                at,
                at,
                at,
                text,
                null,
                null,
                null,
                null,
                null);
        Analyses.sendTo(
                "parlance.conversation-events",
                event.key(),
                event.type(),
                new String(EventCodec.encode(event, "conversation-service").value(), UTF_8));
    }

    private static void say(String conversation, int turns) {
        for (int turn = 0; turn < turns; turn++) {
            putTurn(conversation, id(), SAID).then().statusCode(201);
        }
    }

    private static Highlight firstUse(UUID id) {
        return new Highlight(id, "new_word", "first use of りんご", "りんご");
    }

    private static String of(String conversation) {
        return "/v1/conversations/" + conversation + "/live";
    }
}
