package dev.parlance.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class OpenApiTest {
    private static final Path PUBLISHED =
            Path.of(System.getProperty("parlance.home", "..")).resolve("docs/openapi/analysis-service.yaml");

    @Test
    void thePublishedDocumentSaysWhatTheServiceDoes() throws IOException {
        // Given
        String actual = given().get("/q/openapi?format=yaml").asString();
        Files.writeString(Path.of("target/openapi.yaml"), actual);
        // Then
        assertThat(PUBLISHED)
                .as(
                        "after a change on purpose: cp analysis-service/target/openapi.yaml docs/openapi/analysis-service.yaml")
                .hasContent(actual);
    }
}
