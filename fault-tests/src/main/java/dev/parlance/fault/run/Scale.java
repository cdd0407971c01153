package dev.parlance.fault.run;

import java.time.Duration;

/// How much of it: enough to show the fault in every build, or as much as is published.
public enum Scale {
    SHORT,
    FULL;

    public int pick(int little, int much) {
        return this == SHORT ? little : much;
    }

    public Duration seconds(int little, int much) {
        return Duration.ofSeconds(pick(little, much));
    }
}
