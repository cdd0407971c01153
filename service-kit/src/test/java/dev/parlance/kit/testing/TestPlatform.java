package dev.parlance.kit.testing;

import dev.parlance.platform.Endpoints;
import dev.parlance.platform.Platform;
import dev.parlance.platform.part.PlatformSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Kafka and PostgreSQL on free ports for the tests of one module; stopped at their end.
public final class TestPlatform implements QuarkusTestResourceLifecycleManager {
    private Platform platform;

    @Override
    public Map<String, String> start() {
        platform = Platform.start(PlatformSettings.temporary());
        Endpoints endpoints = platform.endpoints();
        return Map.of("PARLANCE_KAFKA", endpoints.kafka(), "PARLANCE_DB_URL", endpoints.jdbcUrl());
    }

    @Override
    public void stop() {
        if (platform != null) {
            platform.close();
        }
    }
}
