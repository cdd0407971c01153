package dev.parlance.platform.host;

import java.util.Optional;

/// A setting: a system property or, if there is none, the environment variable of the same name.
public final class EnvironmentSetting {
    private EnvironmentSetting() {}

    public static Optional<String> find(String name) {
        return Optional.ofNullable(System.getProperty(name, System.getenv(name)))
                .filter(value -> !value.isBlank());
    }

    public static String require(String name) {
        return find(name)
                .orElseThrow(() -> new PlatformFailure(
                        "PARLANCE_PLATFORM=external needs %s: set it, or leave PARLANCE_PLATFORM out."
                                .formatted(name)));
    }
}
