package dev.parlance.conversation.dialogue.ingest;

import static dev.parlance.conversation.testing.Api.get;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TurnWritersHealthCheckTest {
    @Test
    void livenessLooksAtTheWriters() {
        get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'turns are written' }.status", equalTo("UP"));
    }
}
