package dev.parlance.summary;

import dev.parlance.kit.testing.PlatformForTests;
import dev.parlance.kit.testing.PublishedDocument;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class OpenApiTest extends PublishedDocument {
    OpenApiTest() {
        super("summary-service");
    }
}
