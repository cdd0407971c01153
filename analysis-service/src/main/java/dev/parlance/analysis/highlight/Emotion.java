package dev.parlance.analysis.highlight;

import java.util.Locale;

/// What a moment may be moved by. The names are shown to people, in lower case.
enum Emotion {
    JOY,
    LOVE,
    SADNESS,
    FEAR,
    ANGER,
    SURPRISE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
