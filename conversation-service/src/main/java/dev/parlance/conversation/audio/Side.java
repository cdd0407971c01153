package dev.parlance.conversation.audio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whose sound it is: the learner's, or what was replied. On the wire in small letters.
public enum Side {
    LEARNER,
    REPLY;

    static Optional<Side> of(String wire) {
        return Arrays.stream(values()).filter(side -> side.wire().equals(wire)).findFirst();
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
