package dev.parlance.analysis.turn;

import static dev.parlance.analysis.turn.AnalysisTopic.told;
import static dev.parlance.analysis.turn.Reads.analysis;
import static dev.parlance.analysis.turn.Reads.newWords;
import static dev.parlance.analysis.turn.Reads.vocabulary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/// A word is new once in a life, whatever arrives when and how often.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class FirstUseTest {
    @Inject
    Arrivals arrivals;

    @Test
    void aJapaneseWordCountsOnceInALifetime() {
        Told first = Told.byHana("りんごがすき");
        Told later = first.inAnotherConversation().at(first.occurredAt().plusSeconds(3600));
        arrivals.of(first);
        arrivals.of(later);
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
    void anEarlierUseThatArrivesLaterTakesTheFirstUseOver() {
        // Given
        Told said = Told.byHana("りんごがすき");
        arrivals.of(said);
        long revision = analysis(said).path("revision");
        // When
        Told earlier = said.inAnotherConversation().at(said.occurredAt().minusSeconds(86_400));
        arrivals.of(earlier);
        // Then
        newWords(said)
                .then()
                .body("items.turnId", not(hasItem(said.turn().toString())))
                .body("items.turnId", hasItem(earlier.turn().toString()));
        analysis(said).then().body("words.find { it.lemma == '林檎' }.new", equalTo(false));
        assertThat(analysis(said).<Long>path("revision")).isGreaterThan(revision);
        vocabulary(said.learner(), "?sort=recent")
                .then()
                .body(
                        "items.find { it.lemma == '林檎' }.firstTurnId",
                        equalTo(earlier.turn().toString()));
        assertThat(told(said)).hasSize(2);
        assertThat(told(said).getLast().get("words").findValuesAsText("new")).containsOnly("false");
    }

    @Test
    void aTurnThatArrivesTwiceChangesNothing() {
        Told turn = Told.byHana("ねこがすき");
        arrivals.of(turn, turn);
        arrivals.of(turn);
        vocabulary(turn.learner(), "").then().body("items.find { it.display == 'ねこ' }.count", equalTo(1));
        assertThat(told(turn)).hasSize(1);
    }

    @Test
    void aTurnThatIsAnnouncedOnceMoreIsToldOnceMore() {
        // Given
        Told turn = Told.byHana("ねこがすき");
        arrivals.of(turn);
        // When
        arrivals.of(turn, "ce_again", "true");
        // Then
        assertThat(told(turn)).hasSize(2).allSatisfy(event -> assertThat(event)
                .isEqualTo(told(turn).getFirst()));
        vocabulary(turn.learner(), "").then().body("items.find { it.display == 'ねこ' }.count", equalTo(1));
    }
}
