package dev.parlance.analysis.turn;

import static dev.parlance.analysis.turn.AnalysisApi.analysis;
import static dev.parlance.analysis.turn.AnalysisApi.vocabulary;
import static dev.parlance.analysis.turn.AnalysisTopic.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A turn may be recorded as audio alone; a later transcript counts as if it had been recorded with the turn.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TranscribedTurnTest {
    @Inject
    TurnDelivery delivery;

    @Test
    void aTranscriptIsAnalysedUnderANewRevision() {
        // Given
        SampleTurn audio = SampleTurn.byHana(null);
        delivery.deliver(audio);
        long revision = analysis(audio).path("revision");
        // When
        delivery.deliver(audio.transcribed(1, "りんごがすき"));
        // Then
        analysis(audio).then().body("words.lemma", hasItem("林檎")).body("status", equalTo("completed"));
        assertThat(analysis(audio).<Long>path("revision")).isGreaterThan(revision);
        vocabulary(audio.learner(), "").then().body("items.find { it.lemma == '林檎' }.count", equalTo(1));
        List<JsonNode> events = events(audio);
        assertThat(events).hasSize(2);
        assertThat(events.getFirst().get("learnerWords").asInt()).isZero();
        assertThat(events.getLast().get("learnerWords").asInt()).isPositive();
        assertThat(events)
                .extracting(event -> event.get("transcriptRevision").asLong())
                .containsExactly(0L, 1L);
        assertThat(events.getLast().get("words").findValuesAsText("new")).contains("true");
    }

    @Test
    void aTranscriptThatComesBeforeItsTurnCountsAndTheTurnChangesNothing() {
        // Given
        SampleTurn audio = SampleTurn.byHana(null);
        delivery.deliver(audio.transcribed(1, "りんごがすき"));
        // When
        delivery.deliver(audio);
        // Then
        analysis(audio).then().body("words.lemma", hasItem("林檎"));
        assertThat(events(audio)).hasSize(1);
    }

    @Test
    void theHighestTranscriptRevisionCountsInAnyOrderOfArrival() {
        // Given
        SampleTurn audio = SampleTurn.byHana(null);
        delivery.deliver(audio);
        delivery.deliver(audio.transcribed(2, "ねこがすき"));
        // When
        delivery.deliver(audio.transcribed(1, "りんごがすき"), audio.transcribed(2, "ねこがすき"));
        delivery.deliver(audio.transcribed(1, "りんごがすき"));
        // Then
        vocabulary(audio.learner(), "")
                .then()
                .body("items.lemma", not(hasItem("林檎")))
                .body("items.find { it.display == 'ねこ' }.count", equalTo(1));
        assertThat(events(audio)).hasSize(2);
    }

    @Test
    void aDurationThatIsKnownLaterIsPublished() {
        // Given
        SampleTurn audio = SampleTurn.byHana(null);
        delivery.deliver(audio.transcribed(1, "りんごがすき", null));
        // When
        delivery.deliver(audio.transcribed(2, "りんごがすき", 3_000));
        // Then
        delivery.deliver(audio.transcribed(1, "りんごがすき", null));
        List<JsonNode> events = events(audio);
        assertThat(events).hasSize(2);
        assertThat(events.getFirst().get("durationMs").isNull()).isTrue();
        assertThat(events.getLast().get("durationMs").asInt()).isEqualTo(3_000);
        assertThat(events.getLast().get("words")).isEqualTo(events.getFirst().get("words"));
        assertThat(events.getLast().get("revision").asLong())
                .isGreaterThan(events.getFirst().get("revision").asLong());
    }

    @Test
    void wordsOfAnEarlierTranscriptAreDeletedAndTheirFirstUseMoves() {
        // Given りんご was transcribed on Monday, and written on Tuesday
        SampleTurn monday = SampleTurn.byHana(null);
        SampleTurn tuesday = monday.inAnotherConversation()
                .at(monday.occurredAt().plusSeconds(86_400))
                .withLearnerText("りんごがすき");
        delivery.deliver(monday, tuesday);
        delivery.deliver(monday.transcribed(1, "りんごがある"));
        // When
        delivery.deliver(monday.transcribed(2, "ねこがいる"));
        // Then
        vocabulary(monday.learner(), "")
                .then()
                .body("items.find { it.lemma == '林檎' }.count", equalTo(1))
                .body(
                        "items.find { it.lemma == '林檎' }.firstTurnId",
                        equalTo(tuesday.turn().toString()))
                .body("items.findAll { it.lemma == '有る' || it.display == 'ある' }", hasSize(0));
        analysis(tuesday).then().body("words.find { it.lemma == '林檎' }.new", equalTo(true));
        assertThat(events(tuesday)).hasSize(3);
    }
}
