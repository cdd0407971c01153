package dev.parlance.conversation.audio.storage;

import dev.parlance.platform.Endpoints;
import dev.parlance.platform.Platform;
import dev.parlance.platform.part.Part;
import dev.parlance.platform.part.PlatformSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// A real S3 on a free port for the tests of this service; stopped when they end.
public final class S3TestResource implements QuarkusTestResourceLifecycleManager {
    private Platform platform;

    @Override
    public Map<String, String> start() {
        platform = Platform.start(PlatformSettings.temporary().withParts(Part.S3));
        Endpoints endpoints = platform.endpoints();
        return Map.of(
                "PARLANCE_S3_URL",
                endpoints.s3Url(),
                "PARLANCE_S3_ACCESS_KEY",
                endpoints.s3AccessKey(),
                "PARLANCE_S3_SECRET_KEY",
                endpoints.s3SecretKey());
    }

    @Override
    public void stop() {
        if (platform != null) {
            platform.close();
        }
    }
}
