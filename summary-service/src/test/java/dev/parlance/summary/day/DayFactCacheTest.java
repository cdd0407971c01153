package dev.parlance.summary.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.testing.TestPlatform;
import dev.parlance.summary.SummaryFixture;
import dev.parlance.summary.TurnAnalyzedBuilder;
import dev.parlance.summary.operations.recompute.RecomputeRunner;
import dev.parlance.summary.projection.TurnDelivery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// A day that grows is not read again for each turn, and its figures are the same as if it were.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class DayFactCacheTest {
    @Inject
    TurnDelivery projection;

    @Inject
    RecomputeRunner recompute;

    @Inject
    SummaryFixture days;

    private String learner;

    @BeforeEach
    void aNewLearner(TestInfo test) {
        learner = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void aTurnIsAddedToADayWhoseTurnsAreNotReadAgain() {
        // Given
        projection.deliver(turn(1).saying("apple").build());
        days.deleteFacts(learner);
        // When
        projection.deliver(turn(2).saying("apple", "pear").build());
        // Then
        assertThat(days.onlyDayOf(learner).turns()).isEqualTo(2);
        assertThat(days.onlyDayOf(learner).uniqueWords()).isEqualTo(2);
    }

    @Test
    void aRecomputeReadsTheTurnsThemselves() {
        // Given
        projection.deliver(turn(1).saying("apple").build());
        days.deleteFacts(learner);
        projection.deliver(turn(2).saying("pear").build());
        // When
        RestAssured.given()
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body("{\"learnerId\": \"%s\"}".formatted(learner))
                .post("/v1/days/2026-11-20:recompute")
                .then()
                .statusCode(202);
        recompute.processRequests();
        // Then
        assertThat(days.onlyDayOf(learner).turns()).isEqualTo(1);
        projection.deliver(turn(3).saying("pear").build());
        assertThat(days.onlyDayOf(learner).turns()).isEqualTo(2);
    }

    @Test
    void aTurnThatAnotherInstanceAddedCounts() {
        // Given
        projection.deliver(turn(1).saying("apple").build());
        projection.deliverToOtherInstance(turn(2).saying("pear").build());
        // When
        projection.deliver(turn(3).saying("plum").build());
        // Then
        assertThat(days.onlyDayOf(learner).turns()).isEqualTo(3);
        assertThat(days.onlyDayOf(learner).uniqueWords()).isEqualTo(3);
    }

    @Test
    void aCorrectionByAnotherInstanceThatLeftTheFiguresAsTheyWereIsNotMissed() {
        // Given
        projection.deliver(turn(1).revision(1).saying("apple").build());
        projection.deliverToOtherInstance(turn(1).revision(2).saying("pear").build());
        // When
        projection.deliver(turn(2).saying("apple").build());
        // Then
        assertThat(days.onlyDayOf(learner).uniqueWords()).isEqualTo(2);
    }

    @Test
    void aCorrectionOfACachedFactIsNotMissed() {
        // Given
        projection.deliver(turn(1).revision(1).saying("apple").build());
        projection.deliver(turn(1).revision(2).saying("pear").build());
        // When
        projection.deliver(turn(2).saying("apple").build());
        // Then
        assertThat(days.onlyDayOf(learner).turns()).isEqualTo(2);
        assertThat(days.onlyDayOf(learner).uniqueWords()).isEqualTo(2);
    }

    private TurnAnalyzedBuilder turn(int number) {
        return TurnAnalyzedBuilder.by(learner).in(learner, number).at("2026-11-20T08:0%d:00Z".formatted(number), "UTC");
    }
}
