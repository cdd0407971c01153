package dev.parlance.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class ProblemMapperTest {
    @Test
    void aProblemNamesTheAddressAsItWasSent() {
        given().urlEncodingEnabled(false)
                .get("/v1/admin/quarantine/a%20b%0Ac")
                .then()
                .statusCode(404)
                .body("instance", equalTo("/v1/admin/quarantine/a%20b%0Ac"));
    }
}
