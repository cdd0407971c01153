package dev.parlance.summary.fact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.kit.testing.TestPlatform;
import dev.parlance.summary.TurnAnalyzedBuilder;
import dev.parlance.summary.projection.TurnDelivery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class FactResourceTest {
    @Inject
    TurnDelivery projection;

    @Test
    void theDayOfATurnAndItsFirstCountAreAnswered() {
        // Given
        TurnAnalyzed turn = TurnAnalyzedBuilder.by("counted")
                .in("counted", 1)
                .at("2026-10-01T08:00:00Z", "UTC")
                .build();
        projection.deliver(turn);
        // When
        String first = countedAt(turn);
        projection.deliver(turn);
        // Then
        assertThat(countedAt(turn)).isEqualTo(first);
    }

    @Test
    void aTurnThatIsInNoDayIsUnknown() {
        given().get("/v1/turns/" + UUID.randomUUID() + "/day")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-turn"));
        given().get("/v1/turns/yesterday/day").then().statusCode(404);
    }

    private static String countedAt(TurnAnalyzed turn) {
        return given().get("/v1/turns/" + turn.turnId() + "/day")
                .then()
                .statusCode(200)
                .body("learnerId", equalTo("counted"))
                .body("date", equalTo("2026-10-01"))
                .body("countedAt", notNullValue())
                .extract()
                .path("countedAt");
    }
}
