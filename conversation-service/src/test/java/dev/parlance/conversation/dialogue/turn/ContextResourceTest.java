package dev.parlance.conversation.dialogue.turn;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.parlance.conversation.testing.AnalysisEvents;
import dev.parlance.conversation.testing.Api;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// The context of a conversation: its last turns and the words of their analyses.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class ContextResourceTest {
    @Test
    void theContextHasTheLastTurnsAndTheWordsOfTheirAnalyses() {
        // Given
        String conversation = createConversation();
        List<String> turns = Stream.generate(Api::id).limit(7).toList();
        for (String turn : turns) {
            say(conversation, turn, "2026-11-09T10:00:0%dZ".formatted(turns.indexOf(turn)));
        }
        // When
        AnalysisEvents.publish(conversation, turns.get(1), 2, 10, "りんご", true);
        AnalysisEvents.publish(conversation, turns.get(2), 3, 10, "みかん", false);
        AnalysisEvents.publish(conversation, turns.get(2), 3, 9, "ばなな", true);
        // Then
        Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> get("/v1/conversations/" + conversation
                        + "/context")
                .then()
                .statusCode(200)
                .header("Parlance-Fresh-As-Of", notNullValue())
                .body("turns.id", equalTo(turns.subList(2, 7)))
                .body("vocabulary.uniqueWords", equalTo(List.of("りんご", "みかん")))
                .body("vocabulary.newWords", equalTo(List.of("りんご"))));
        get("/v1/conversations/" + conversation + "/context?turns=50").then().body("turns", hasSize(7));
        get("/v1/conversations/" + conversation + "/context?turns=51")
                .then()
                .statusCode(400)
                .body("field", equalTo("turns"));
        get("/v1/conversations/" + conversation + "/context?turns=0").then().statusCode(400);
    }

    /// An app that was offline sends yesterday's turns today.
    @Test
    void theContextIsInTheOrderInWhichTurnsWereSaid() {
        // Given
        String conversation = createConversation();
        List<String> ids = Stream.generate(Api::id).limit(4).sorted().toList();
        say(conversation, ids.get(3), "2026-11-09T10:00:00Z");
        say(conversation, ids.get(2), "2026-11-09T10:00:00Z");
        say(conversation, ids.get(0), "2026-11-08T10:00:00Z");
        say(conversation, ids.get(1), "2026-11-09T10:00:05Z");
        // When
        AnalysisEvents.publish(conversation, ids.get(3), 1, 10, "みかん", true);
        AnalysisEvents.publish(conversation, ids.get(0), 3, 10, "りんご", true);
        AnalysisEvents.publish(conversation, ids.get(1), 4, 10, "ばなな", true);
        // Then
        Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> get("/v1/conversations/" + conversation
                        + "/context?turns=3")
                .then()
                .statusCode(200)
                .body("turns.id", equalTo(List.of(ids.get(2), ids.get(3), ids.get(1))))
                .body("vocabulary.uniqueWords", equalTo(List.of("りんご", "みかん", "ばなな"))));
    }

    @Test
    void aWordOfAnotherLanguageThanItsTurnIsAWordOfThatLanguage() {
        // Given an English word in a Japanese turn, and in a turn from before words had a language
        String conversation = createConversation();
        List<String> turns = Stream.generate(Api::id).limit(3).toList();
        for (String turn : turns) {
            say(conversation, turn, "2026-11-09T10:00:0%dZ".formatted(turns.indexOf(turn)));
        }
        // When
        AnalysisEvents.publish(conversation, turns.get(0), 10, AnalysisEvents.word("en", "chat", true));
        AnalysisEvents.publish(conversation, turns.get(1), 10, AnalysisEvents.word("fr", "chat", true));
        AnalysisEvents.publish(conversation, turns.get(2), 10, AnalysisEvents.word(null, "りんご", true));
        // Then
        Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> get("/v1/conversations/" + conversation
                        + "/context")
                .then()
                .body("vocabulary.uniqueWords", equalTo(List.of("chat", "chat", "りんご"))));
    }

    private static void say(String conversation, String turn, String at) {
        putTurn(conversation, turn, "{\"learnerText\": \"りんご\", \"occurredAt\": \"%s\"}".formatted(at))
                .then()
                .statusCode(201);
    }

    @Test
    void unreadableAnalysesAreQuarantined() {
        String mark = id();
        AnalysisEvents.send("default/hana", "parlance.turn-analyzed.v1", "{\"tenant\": \"" + mark);
        AnalysisEvents.send("default/hana", "parlance.turn-analyzed.v9", "{\"from\": \"the future\"}");
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> get("/v1/admin/quarantine?status=waiting")
                        .then()
                        .body("items.topic", hasItem("parlance.analysis-events"))
                        .body("items.ceType", hasItem("parlance.turn-analyzed.v1"))
                        .body("items.ceType", not(hasItem("parlance.turn-analyzed.v9"))));
    }
}
