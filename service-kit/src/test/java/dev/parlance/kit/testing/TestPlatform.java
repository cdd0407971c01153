package dev.parlance.kit.testing;

import dev.parlance.platform.Endpoints;
import dev.parlance.platform.Platform;
import dev.parlance.platform.part.PlatformSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/// Kafka and PostgreSQL on free ports for the tests of one module; stopped at their end.
public final class TestPlatform implements QuarkusTestResourceLifecycleManager {
    private static final String SUPERUSER_PASSWORD = "test.postgres.superuser-password";

    private Platform platform;

    @Override
    public Map<String, String> start() {
        platform = Platform.start(PlatformSettings.temporary());
        Endpoints endpoints = platform.endpoints();
        Map<String, String> config = new HashMap<>();
        config.put("PARLANCE_KAFKA", endpoints.kafka());
        config.put("PARLANCE_DB_URL", endpoints.jdbcUrl());
        if (endpoints.superuserPassword() != null) {
            config.put(SUPERUSER_PASSWORD, endpoints.superuserPassword());
        }
        return config;
    }

    /// The password of the role `postgres`; only in a test whose platform runs.
    public static String superuserPassword() {
        return ConfigProvider.getConfig().getValue(SUPERUSER_PASSWORD, String.class);
    }

    @Override
    public void stop() {
        if (platform != null) {
            platform.close();
        }
    }
}
