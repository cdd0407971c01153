package dev.parlance.kit.testing;

import dev.parlance.platform.Endpoints;
import dev.parlance.platform.Platform;
import dev.parlance.platform.PlatformSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Real Kafka and PostgreSQL on free ports for the tests of one module; gone when they end.
public final class PlatformForTests implements QuarkusTestResourceLifecycleManager {
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
