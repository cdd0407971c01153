package dev.parlance.kit.consumer;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.QuarantineEntry;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class QuarantineResourceTest {
    @Inject
    Quarantine quarantine;

    @Test
    void aRecordIsShownWithItsHeadersAndItsBytes() {
        String id = quarantineRecord("{\"broken".getBytes(UTF_8));
        given().get("/v1/admin/quarantine/{id}", id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("offset", equalTo(17))
                .body("headers.ce_type", equalTo("test"))
                .body("headers.traceparent", equalTo("00-1"))
                .body("value", equalTo("eyJicm9rZW4="))
                .body("status", equalTo("waiting"));
    }

    @Test
    void aRecordWithoutAValueHasNone() {
        given().get("/v1/admin/quarantine/{id}", quarantineRecord(null)).then().body("value", nullValue());
    }

    @Test
    void anUnknownRecordIsNamed() {
        for (String unknown : List.of(UUID.randomUUID().toString(), "nonsense")) {
            given().get("/v1/admin/quarantine/{id}", unknown)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/not-found"));
        }
    }

    private String quarantineRecord(byte[] value) {
        String topic = "topic-" + UUID.randomUUID();
        quarantine.add(List.of(new QuarantineEntry(
                topic, 3, 17, "default/hana", "ce_type: test\ntraceparent: 00-1\n", value, "broken")));
        return given().get("/v1/admin/quarantine?limit=200").path("items.find { it.topic == '" + topic + "' }.id");
    }
}
