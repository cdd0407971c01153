package dev.parlance.platform;

import dev.parlance.platform.host.EnvironmentSetting;
import dev.parlance.platform.host.PlatformFailure;
import dev.parlance.platform.part.PlatformSettings;

/// Running Kafka, PostgreSQL and S3 with their topics, roles and schemas.
public sealed interface Platform extends AutoCloseable permits EmbeddedPlatform, ContainersPlatform, ExternalPlatform {

    /// Starts the kind of platform that `PARLANCE_PLATFORM` names: `embedded` (the default), `containers` or
    /// `external`.
    static Platform start(PlatformSettings settings) {
        return switch (EnvironmentSetting.find("PARLANCE_PLATFORM").orElse("embedded")) {
            case "embedded" -> EmbeddedPlatform.start(settings);
            case "containers" -> ContainersPlatform.start(settings);
            case "external" -> ExternalPlatform.start(settings);
            case String other ->
                throw new PlatformFailure(
                        "PARLANCE_PLATFORM is %s: set it to embedded, containers or external.".formatted(other));
        };
    }

    /// The addresses of the parts.
    Endpoints endpoints();

    /// Stops what was started. Data is kept, unless the settings are disposable.
    @Override
    void close();
}
