package dev.parlance.summary.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.testing.PlatformForTests;
import dev.parlance.summary.ATurn;
import dev.parlance.summary.StoredDays;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// A day that grows is not read again for each turn, and is none the worse for it.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class RecentFactsTest {
    @Inject
    Projection projection;

    @Inject
    StoredDays days;

    private String learner;

    @BeforeEach
    void aNewLearner(TestInfo test) {
        learner = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void aTurnIsAddedToADayWhoseTurnsAreNotReadAgain() {
        // Given
        projection.deliver(turn(1).saying("apple").build());
        days.loseFacts(learner);
        // When
        projection.deliver(turn(2).saying("apple", "pear").build());
        // Then
        assertThat(days.one(learner).turns()).isEqualTo(2);
        assertThat(days.one(learner).uniqueWords()).isEqualTo(2);
    }

    @Test
    void aRecomputeReadsTheTurnsThemselves() {
        // Given
        projection.deliver(turn(1).saying("apple").build());
        days.loseFacts(learner);
        projection.deliver(turn(2).saying("pear").build());
        // When
        RestAssured.given()
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body("{\"learnerId\": \"%s\"}".formatted(learner))
                .post("/v1/days/2026-11-20:recompute")
                .then()
                .statusCode(202);
        projection.workOffRequests();
        // Then
        assertThat(days.one(learner).turns()).isEqualTo(1);
        projection.deliver(turn(3).saying("pear").build());
        assertThat(days.one(learner).turns()).isEqualTo(2);
    }

    @Test
    void aTurnThatAnotherInstanceAddedCounts() {
        // Given
        projection.deliver(turn(1).saying("apple").build());
        projection.deliverElsewhere(turn(2).saying("pear").build());
        // When
        projection.deliver(turn(3).saying("plum").build());
        // Then
        assertThat(days.one(learner).turns()).isEqualTo(3);
        assertThat(days.one(learner).uniqueWords()).isEqualTo(3);
    }

    @Test
    void aCorrectionByAnotherInstanceThatLeftTheFiguresAsTheyWereIsNotMissed() {
        // Given
        projection.deliver(turn(1).revision(1).saying("apple").build());
        projection.deliverElsewhere(turn(1).revision(2).saying("pear").build());
        // When
        projection.deliver(turn(2).saying("apple").build());
        // Then
        assertThat(days.one(learner).uniqueWords()).isEqualTo(2);
    }

    @Test
    void aCorrectionOfWhatIsRememberedIsNotMissed() {
        // Given
        projection.deliver(turn(1).revision(1).saying("apple").build());
        projection.deliver(turn(1).revision(2).saying("pear").build());
        // When
        projection.deliver(turn(2).saying("apple").build());
        // Then
        assertThat(days.one(learner).turns()).isEqualTo(2);
        assertThat(days.one(learner).uniqueWords()).isEqualTo(2);
    }

    private ATurn turn(int number) {
        return ATurn.by(learner).in(learner, number).at("2026-11-20T08:0%d:00Z".formatted(number), "UTC");
    }
}
