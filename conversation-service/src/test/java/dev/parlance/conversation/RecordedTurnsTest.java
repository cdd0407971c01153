package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.TurnId;
import dev.parlance.conversation.Topics.Published;
import dev.parlance.conversation.turn.RecordedTurns;
import dev.parlance.conversation.turn.RecordedTurns.Announced;
import dev.parlance.conversation.turn.RecordedTurns.Place;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class RecordedTurnsTest {
    private static final Instant FOR_EVER = Instant.parse("2100-01-01T00:00:00Z");
    private static final String TURN_RECORDED = "parlance.turn-recorded.v1";

    @Inject
    RecordedTurns recordedTurns;

    @Inject
    ObjectMapper json;

    @Test
    void aTurnIsAnnouncedAgainJustAsItWasTheFirstTime() throws IOException {
        // Given
        String conversation = aConversation();
        String turn = id();
        putTurn(conversation, turn, """
                {"learnerText": "りんごがたべたい", "replyText": "おいしいよね",
                 "occurredAt": "2026-11-20T17:15:30.1204+09:00", "durationMs": 2100, "language": "ja-JP",
                 "wordTimings": [{"word": "りんご", "startMs": 0, "endMs": 600}], "metadata": {"b": 1, "a": [2]}}
                """).then().statusCode(201);
        Published first = Topics.events(conversation, TURN_RECORDED, 1).getFirst();
        // When
        Announced again = recordedTurns
                .byId("default", List.of(new TurnId(UUID.fromString(turn))))
                .getFirst();
        // Then
        assertThat(json.readTree(again.events().getFirst().value())).isEqualTo(first.value());
        assertThat(again.events().getFirst().key()).isEqualTo(first.key());
        assertThat(again.events().getFirst().topic()).isEqualTo("parlance.conversation-events");
        assertThat(first.headers())
                .containsAllEntriesOf(again.events().getFirst().headers());
    }

    @Test
    void turnsComeByTheirPlacesPageByPage() {
        // Given
        String conversation = aConversation();
        List<String> said = new ArrayList<>();
        for (int at = 0; at < 7; at++) {
            said.add(id());
            putTurn(conversation, said.getLast(), "{\"learnerText\": \"me gusta\"}")
                    .then()
                    .statusCode(201);
        }
        // When
        List<String> found = new ArrayList<>();
        Place place = Place.before(Instant.EPOCH);
        List<Announced> page;
        do {
            page = recordedTurns.ofLearner("default", "learner-" + conversation, place, FOR_EVER, 3);
            page.forEach(one -> found.add(one.turn().toString()));
            place = page.isEmpty() ? place : page.getLast().place();
        } while (page.size() == 3);
        // Then
        assertThat(found).containsExactlyElementsOf(said);
        assertThat(recordedTurns.after(place, FOR_EVER, 1).stream()
                        .map(one -> one.turn().toString()))
                .doesNotContainAnyElementsOf(said);
    }
}
