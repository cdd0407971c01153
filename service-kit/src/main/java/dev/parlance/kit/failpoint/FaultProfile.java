package dev.parlance.kit.failpoint;

import io.quarkus.runtime.configuration.ConfigUtils;

/// The profile of fault tests: in no other may a service crash at a failpoint or have a wrong clock.
public final class FaultProfile {
    private static final String NAME = "faults";

    private FaultProfile() {}

    public static boolean isActive() {
        return ConfigUtils.isProfileActive(NAME);
    }
}
