package dev.parlance.conversation.dialogue.ingest;

import static dev.parlance.conversation.testing.Api.TURN_BODY;
import static dev.parlance.conversation.testing.Api.callConcurrently;
import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.conversation.testing.TopicReader;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// The same turn in concurrent requests.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class ConcurrentTurnsTest {
    @Inject
    Jdbi jdbi;

    @Test
    void theSameTurnInFiftyConcurrentRequestsIsOneRowAndOneEvent() throws Exception {
        // Given
        String conversation = createConversation();
        String turn = id();
        // When
        List<Integer> statuses =
                callConcurrently(50, _ -> putTurn(conversation, turn, TURN_BODY).statusCode());
        // Then
        assertThat(statuses).containsOnly(200, 201);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(rows(turn)).isEqualTo(1);
        get("/v1/conversations/" + conversation).then().body("turnCount", equalTo(1));
        assertThat(TopicReader.events(conversation, "parlance.turn-recorded.v1", 1))
                .hasSize(1);
    }

    @Test
    void theSameTurnSentToTwoConversationsIsRecordedInOne() throws Exception {
        List<String> conversations = List.of(createConversation(), createConversation());
        String turn = id();
        List<Integer> statuses = callConcurrently(
                8, at -> putTurn(conversations.get(at % 2), turn, TURN_BODY).statusCode());
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(4);
        assertThat(rows(turn)).isEqualTo(1);
    }

    private int rows(String turn) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from turn where id = :id")
                .bind("id", UUID.fromString(turn))
                .mapTo(Integer.class)
                .one());
    }
}
