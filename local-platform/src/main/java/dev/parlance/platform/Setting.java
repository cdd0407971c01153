package dev.parlance.platform;

import java.util.Optional;

/// A setting of the surroundings: a system property, or else an environment variable of the same name.
final class Setting {
    private Setting() {}

    static Optional<String> of(String name) {
        return Optional.ofNullable(System.getProperty(name, System.getenv(name)))
                .filter(value -> !value.isBlank());
    }

    static String required(String name) {
        return of(name).orElseThrow(() -> new PlatformFailure(
                "PARLANCE_PLATFORM=external needs %s: set it, or leave PARLANCE_PLATFORM out.".formatted(name)));
    }
}
