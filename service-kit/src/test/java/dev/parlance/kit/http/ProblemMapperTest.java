package dev.parlance.kit.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"////", "json", "/"})
    void aContentTypeThatIsNoneIsRefusedAndNoFaultOfTheService(String type) {
        given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", type)
                .get("/v1/admin/quarantine")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"));
    }
}
