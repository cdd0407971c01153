package dev.parlance.kit.status;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.QuarantineEntry;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class PipelineResourceTest {
    @Inject
    Quarantine quarantine;

    @Test
    void theOutboxAndTheQuarantineAreShown() {
        // Given
        long setAsideByOthers = quarantine.countWaiting().stream()
                .filter(Quarantine.WaitingCount::unsent)
                .mapToLong(Quarantine.WaitingCount::records)
                .sum();
        quarantine.add(List.of(QuarantineEntry.ofOutbox(Long.MAX_VALUE, "topic", "key", "", null, "too large")));
        // Then
        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> given().get("/v1/admin/pipeline")
                .then()
                .statusCode(200)
                .body("service", equalTo("kit-under-test"))
                .body("stages.stage", hasItem("outbox"))
                .body("stages.find { it.stage == 'outbox' }.rowsWaiting", equalTo(0))
                .body("stages.find { it.stage == 'outbox' }.quarantined", is((int) setAsideByOthers + 1)));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("parlance_outbox_rows"))
                .body(containsString("parlance_quarantine_waiting_records"))
                .body(containsString("parlance_admission_closed"));
    }

    @Test
    void aHealthyServiceIsAliveAndReady() {
        given().get("/q/health/live").then().statusCode(200).body("checks.name", hasItem("consumers make progress"));
        given().get("/q/health/ready").then().statusCode(200);
    }
}
