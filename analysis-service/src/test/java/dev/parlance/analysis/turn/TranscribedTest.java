package dev.parlance.analysis.turn;

import static dev.parlance.analysis.turn.AnalysisTopic.told;
import static dev.parlance.analysis.turn.Reads.analysis;
import static dev.parlance.analysis.turn.Reads.vocabulary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A turn may begin as sound alone; what is heard in it later counts as if it had been said with the turn.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class TranscribedTest {
    @Inject
    Arrivals arrivals;

    @Test
    void whatIsHeardInSoundIsAnalysedUnderANewRevision() {
        // Given
        Told sound = Told.byHana(null);
        arrivals.of(sound);
        long revision = analysis(sound).path("revision");
        // When
        arrivals.of(sound.heard(1, "りんごがすき"));
        // Then
        analysis(sound).then().body("words.lemma", hasItem("林檎")).body("status", equalTo("completed"));
        assertThat(analysis(sound).<Long>path("revision")).isGreaterThan(revision);
        vocabulary(sound.learner(), "").then().body("items.find { it.lemma == '林檎' }.count", equalTo(1));
        List<JsonNode> told = told(sound);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().get("learnerWords").asInt()).isZero();
        assertThat(told.getLast().get("learnerWords").asInt()).isPositive();
        assertThat(told)
                .extracting(event -> event.get("transcriptRevision").asLong())
                .containsExactly(0L, 1L);
        assertThat(told.getLast().get("words").findValuesAsText("new")).contains("true");
    }

    @Test
    void aTranscriptThatComesBeforeItsTurnCountsAndTheTurnChangesNothing() {
        // Given
        Told sound = Told.byHana(null);
        arrivals.of(sound.heard(1, "りんごがすき"));
        // When
        arrivals.of(sound);
        // Then
        analysis(sound).then().body("words.lemma", hasItem("林檎"));
        assertThat(told(sound)).hasSize(1);
    }

    @Test
    void theHighestRevisionCountsWhateverComesLastOrTwice() {
        // Given
        Told sound = Told.byHana(null);
        arrivals.of(sound);
        arrivals.of(sound.heard(2, "ねこがすき"));
        // When
        arrivals.of(sound.heard(1, "りんごがすき"), sound.heard(2, "ねこがすき"));
        arrivals.of(sound.heard(1, "りんごがすき"));
        // Then
        vocabulary(sound.learner(), "")
                .then()
                .body("items.lemma", not(hasItem("林檎")))
                .body("items.find { it.display == 'ねこ' }.count", equalTo(1));
        assertThat(told(sound)).hasSize(2);
    }

    @Test
    void howLongItTookIsToldWhenItBecomesKnownAfterTheWords() {
        // Given
        Told sound = Told.byHana(null);
        arrivals.of(sound.heard(1, "りんごがすき", null));
        // When
        arrivals.of(sound.heard(2, "りんごがすき", 3_000));
        // Then
        arrivals.of(sound.heard(1, "りんごがすき", null));
        List<JsonNode> told = told(sound);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().get("durationMs").isNull()).isTrue();
        assertThat(told.getLast().get("durationMs").asInt()).isEqualTo(3_000);
        assertThat(told.getLast().get("words")).isEqualTo(told.getFirst().get("words"));
        assertThat(told.getLast().get("revision").asLong())
                .isGreaterThan(told.getFirst().get("revision").asLong());
    }

    @Test
    void wordsThatWereMisheardAreForgottenAndTheirFirstUseGoesToWhereItBelongs() {
        // Given りんご was heard on Monday, and said on Tuesday
        Told monday = Told.byHana(null);
        Told tuesday = monday.inAnotherConversation()
                .at(monday.occurredAt().plusSeconds(86_400))
                .saying("りんごがすき");
        arrivals.of(monday, tuesday);
        arrivals.of(monday.heard(1, "りんごがある"));
        // When
        arrivals.of(monday.heard(2, "ねこがいる"));
        // Then
        vocabulary(monday.learner(), "")
                .then()
                .body("items.find { it.lemma == '林檎' }.count", equalTo(1))
                .body(
                        "items.find { it.lemma == '林檎' }.firstTurnId",
                        equalTo(tuesday.turn().toString()))
                .body("items.findAll { it.lemma == '有る' || it.display == 'ある' }", hasSize(0));
        analysis(tuesday).then().body("words.find { it.lemma == '林檎' }.new", equalTo(true));
        assertThat(told(tuesday)).hasSize(3);
    }
}
