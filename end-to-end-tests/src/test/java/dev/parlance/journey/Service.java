package dev.parlance.journey;

import java.util.Locale;

/// The three services, as they are deployed.
enum Service {
    CONVERSATION,
    ANALYSIS,
    SUMMARY;

    String module() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }
}
