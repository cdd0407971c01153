package dev.parlance.conversation;

import dev.parlance.kit.testing.OpenApiDocumentRules;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class OpenApiTest extends OpenApiDocumentRules {
    OpenApiTest() {
        super("conversation-service");
    }
}
