package dev.parlance.kit.order;

import java.util.Locale;

/// How an order fares. The wire names, which are also those in the table, are the constants in small letters.
public enum OrderStatus {
    /// It is worked on, or waits until it is the oldest.
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param wire as [#wire] has it
    public static OrderStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
