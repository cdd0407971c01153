package dev.parlance.conversation.audio.recording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who speaks: the learner, or the reply. The wire name is the constant in lower case.
public enum Side {
    LEARNER,
    REPLY;

    public static Optional<Side> of(String wire) {
        return Arrays.stream(values())
                .filter(side -> side.wireName().equals(wire))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
