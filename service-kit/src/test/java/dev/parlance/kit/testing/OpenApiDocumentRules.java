package dev.parlance.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Whether the OpenAPI document of a service is the published one; each service's own test is one of these.
public abstract class OpenApiDocumentRules {
    private final String service;

    /// @param service for example `summary-service`
    protected OpenApiDocumentRules(String service) {
        this.service = service;
    }

    @Test
    void thePublishedDocumentSaysWhatTheServiceDoes() throws IOException {
        // Given
        Path published = Path.of(System.getProperty("parlance.home", ".."), "docs/openapi", service + ".yaml");
        String actual = given().get("/q/openapi?format=yaml").asString();
        Files.writeString(Path.of("target/openapi.yaml"), actual);
        // Then
        assertThat(published)
                .as("after a change on purpose: cp %1$s/target/openapi.yaml docs/openapi/%1$s.yaml", service)
                .hasContent(actual);
    }
}
