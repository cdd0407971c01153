package dev.parlance.conversation.dialogue.turn;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.id.TurnId;
import dev.parlance.conversation.dialogue.turn.PublishedTurns.PublishedTurn;
import dev.parlance.conversation.dialogue.turn.PublishedTurns.TurnPosition;
import dev.parlance.conversation.testing.TopicReader;
import dev.parlance.conversation.testing.TopicReader.PublishedEvent;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class PublishedTurnsTest {
    private static final Instant FAR_FUTURE = Instant.parse("2100-01-01T00:00:00Z");
    private static final String TURN_RECORDED = "parlance.turn-recorded.v1";

    @Inject
    PublishedTurns publishedTurns;

    @Inject
    ObjectMapper json;

    @Inject
    Jdbi jdbi;

    @Test
    void aRepublishedTurnEqualsTheFirstEvent() throws IOException {
        // Given
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, """
                {"learnerText": "りんごがたべたい", "replyText": "おいしいよね",
                 "occurredAt": "2026-11-20T17:15:30.1204+09:00", "durationMs": 2100, "language": "ja-JP",
                 "wordTimings": [{"word": "りんご", "startMs": 0, "endMs": 600}], "metadata": {"b": 1, "a": [2]}}
                """).then().statusCode(201);
        PublishedEvent first =
                TopicReader.events(conversation, TURN_RECORDED, 1).getFirst();
        // When
        PublishedTurn again = publishedTurns
                .findByIds("default", List.of(new TurnId(UUID.fromString(turn))))
                .getFirst();
        // Then
        assertThat(json.readTree(again.events().getFirst().value())).isEqualTo(first.value());
        assertThat(again.events().getFirst().key()).isEqualTo(first.key());
        assertThat(again.events().getFirst().topic()).isEqualTo("parlance.conversation-events");
        assertThat(first.headers())
                .containsAllEntriesOf(again.events().getFirst().headers());
    }

    /// Other time-zone data than that of the day when it was recorded may give the turn another day.
    @Test
    void aRepublishedTurnKeepsItsLocalDate() throws IOException {
        // Given
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, "{\"learnerText\": \"りんご\", \"occurredAt\": \"2026-11-20T10:00:00Z\"}")
                .then()
                .statusCode(201);
        assertThat(localDate(turn)).isEqualTo("2026-11-20");
        // When
        storeLocalDate(turn, LocalDate.of(2026, 11, 19));
        // Then
        assertThat(localDate(turn)).isEqualTo("2026-11-19");
        storeLocalDate(turn, null); // recorded before it was stored
        assertThat(localDate(turn)).isEqualTo("2026-11-20");
    }

    private String localDate(String turn) throws IOException {
        PublishedTurn published = publishedTurns
                .findByIds("default", List.of(new TurnId(UUID.fromString(turn))))
                .getFirst();
        return json.readTree(published.recorded().value()).get("localDate").asText();
    }

    private void storeLocalDate(String turn, LocalDate date) {
        jdbi.useHandle(handle -> handle.createUpdate("update turn set local_date = :date where id = :id")
                .bind("date", date)
                .bind("id", UUID.fromString(turn))
                .execute());
    }

    @Test
    void turnsAreReadPageByPageInTheOrderOfTheirPositions() {
        // Given
        String conversation = createConversation();
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < 7; at++) {
            texts.add(id());
            putTurn(conversation, texts.getLast(), "{\"learnerText\": \"me gusta\"}")
                    .then()
                    .statusCode(201);
        }
        // When
        List<String> found = new ArrayList<>();
        TurnPosition place = TurnPosition.before(Instant.EPOCH);
        List<PublishedTurn> page;
        do {
            page = publishedTurns.findByLearner("default", "learner-" + conversation, place, FAR_FUTURE, 3);
            page.forEach(one -> found.add(one.turn().toString()));
            place = page.isEmpty() ? place : page.getLast().position();
        } while (page.size() == 3);
        // Then
        assertThat(found).containsExactlyElementsOf(texts);
        assertThat(publishedTurns.findAfter(place, FAR_FUTURE, 1).stream()
                        .map(one -> one.turn().toString()))
                .doesNotContainAnyElementsOf(texts);
    }
}
