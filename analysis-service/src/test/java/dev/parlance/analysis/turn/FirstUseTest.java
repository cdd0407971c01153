package dev.parlance.analysis.turn;

import static dev.parlance.analysis.turn.AnalysisApi.analysis;
import static dev.parlance.analysis.turn.AnalysisApi.newWords;
import static dev.parlance.analysis.turn.AnalysisApi.vocabulary;
import static dev.parlance.analysis.turn.AnalysisTopic.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/// A word is new to a learner once, in whatever order and however often turns arrive.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class FirstUseTest {
    @Inject
    TurnDelivery delivery;

    @Test
    void aJapaneseWordIsNewOnce() {
        SampleTurn first = SampleTurn.byHana("りんごがすき");
        SampleTurn later = first.inAnotherConversation().at(first.occurredAt().plusSeconds(3600));
        delivery.deliver(first);
        delivery.deliver(later);
        newWords(first).then().body("items.findAll { it.description.contains('りんご') }", hasSize(1));
        vocabulary(first.learner(), "")
                .then()
                .body("items.find { it.lemma == '林檎' }.count", equalTo(2))
                .body(
                        "items.find { it.lemma == '林檎' }.firstTurnId",
                        equalTo(first.turn().toString()))
                .body("items.find { it.lemma == '林檎' }.lastSeenAt", equalTo("2026-11-09T04:00:00.000Z"));
    }

    @Test
    void anEarlierUseThatArrivesLaterBecomesTheFirst() {
        // Given
        SampleTurn later = SampleTurn.byHana("りんごがすき");
        delivery.deliver(later);
        long revision = analysis(later).path("revision");
        // When
        SampleTurn earlier = later.inAnotherConversation().at(later.occurredAt().minusSeconds(86_400));
        delivery.deliver(earlier);
        // Then
        newWords(later)
                .then()
                .body("items.turnId", not(hasItem(later.turn().toString())))
                .body("items.turnId", hasItem(earlier.turn().toString()));
        analysis(later).then().body("words.find { it.lemma == '林檎' }.new", equalTo(false));
        assertThat(analysis(later).<Long>path("revision")).isGreaterThan(revision);
        vocabulary(later.learner(), "?sort=recent")
                .then()
                .body(
                        "items.find { it.lemma == '林檎' }.firstTurnId",
                        equalTo(earlier.turn().toString()));
        assertThat(events(later)).hasSize(2);
        assertThat(events(later).getLast().get("words").findValuesAsText("new")).containsOnly("false");
    }

    @Test
    void aTurnThatArrivesTwiceChangesNothing() {
        SampleTurn turn = SampleTurn.byHana("ねこがすき");
        delivery.deliver(turn, turn);
        delivery.deliver(turn);
        vocabulary(turn.learner(), "").then().body("items.find { it.display == 'ねこ' }.count", equalTo(1));
        assertThat(events(turn)).hasSize(1);
    }

    @Test
    void aTurnThatIsReannouncedIsPublishedAgain() {
        // Given
        SampleTurn turn = SampleTurn.byHana("ねこがすき");
        delivery.deliver(turn);
        // When
        delivery.deliver(turn, "ce_again", "true");
        // Then
        assertThat(events(turn)).hasSize(2).allSatisfy(event -> assertThat(event)
                .isEqualTo(events(turn).getFirst()));
        vocabulary(turn.learner(), "").then().body("items.find { it.display == 'ねこ' }.count", equalTo(1));
    }
}
