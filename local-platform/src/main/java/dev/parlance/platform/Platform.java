package dev.parlance.platform;

/// Kafka, PostgreSQL and S3, running and furnished: topics, roles and schemas exist.
public sealed interface Platform extends AutoCloseable permits EmbeddedPlatform, ContainersPlatform, ExternalPlatform {

    /// Starts what `PARLANCE_PLATFORM` names: `embedded` (the default), `containers` or `external`.
    static Platform start(PlatformSettings settings) {
        return switch (Setting.of("PARLANCE_PLATFORM").orElse("embedded")) {
            case "embedded" -> EmbeddedPlatform.start(settings);
            case "containers" -> ContainersPlatform.start(settings);
            case "external" -> ExternalPlatform.start(settings);
            case String other ->
                throw new PlatformFailure(
                        "PARLANCE_PLATFORM is %s: set it to embedded, containers or external.".formatted(other));
        };
    }

    /// Where the parts answer.
    Endpoints endpoints();

    /// Stops what was started, in good order. Data stays, unless the settings are disposable.
    @Override
    void close();
}
