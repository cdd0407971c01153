package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.putTurn;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What a conversation was about of late, as the analysis tells it.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class ContextTest {
    @Test
    void theContextKnowsTheLastTurnsAndFollowsTheWordsOfTheAnalysis() {
        // Given
        String conversation = aConversation();
        List<String> turns = Stream.generate(Api::id).limit(7).toList();
        turns.forEach(turn ->
                putTurn(conversation, turn, "{\"learnerText\": \"りんご\"}").then().statusCode(201));
        // When
        Analyses.tell(conversation, turns.get(1), 2, 10, "りんご", true);
        Analyses.tell(conversation, turns.get(2), 3, 10, "みかん", false);
        Analyses.tell(conversation, turns.get(2), 3, 9, "ばなな", true);
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

    @Test
    void poisonAmongTheAnalysesIsSetAside() {
        String mark = id();
        Analyses.send("default/hana", "parlance.turn-analyzed.v1", "{\"tenant\": \"" + mark);
        Analyses.send("default/hana", "parlance.turn-analyzed.v9", "{\"from\": \"the future\"}");
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> get("/v1/admin/quarantine?status=waiting")
                        .then()
                        .body("items.topic", hasItem("parlance.analysis-events"))
                        .body("items.ceType", hasItem("parlance.turn-analyzed.v1"))
                        .body("items.ceType", not(hasItem("parlance.turn-analyzed.v9"))));
    }
}
