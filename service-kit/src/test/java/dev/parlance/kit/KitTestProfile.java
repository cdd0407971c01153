package dev.parlance.kit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The kit without a service, on one of the schemas.
public final class KitTestProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.application.name", "kit-under-test",
                "parlance.schema", "conversation",
                "quarkus.flyway.locations", "db/kit");
    }
}
