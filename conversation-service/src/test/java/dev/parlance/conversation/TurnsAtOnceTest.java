package dev.parlance.conversation;

import static dev.parlance.conversation.Api.SAID;
import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.atOnce;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// The same turn, sent by several at the same moment.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class TurnsAtOnceTest {
    @Inject
    Jdbi jdbi;

    @Test
    void theSameTurnFiftyTimesAtOnceIsOneRowAndOneEvent() throws Exception {
        // Given
        String conversation = aConversation();
        String turn = id();
        // When
        List<Integer> statuses =
                atOnce(50, _ -> putTurn(conversation, turn, SAID).statusCode());
        // Then
        assertThat(statuses).containsOnly(200, 201);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(rows(turn)).isEqualTo(1);
        get("/v1/conversations/" + conversation).then().body("turnCount", equalTo(1));
        assertThat(Topics.events(conversation, "parlance.turn-recorded.v1", 1)).hasSize(1);
    }

    @Test
    void theSameTurnAtOnceInTwoConversationsIsTakenByOne() throws Exception {
        List<String> conversations = List.of(aConversation(), aConversation());
        String turn = id();
        List<Integer> statuses =
                atOnce(8, at -> putTurn(conversations.get(at % 2), turn, SAID).statusCode());
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
