package dev.parlance.kit.job;

import java.util.Locale;

/// Status of a job. The wire names, which the tables use, too, are the constants in lower case.
public enum JobStatus {
    /// At work, or waiting for an older job to end.
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param wire as [#wireName] has it
    public static JobStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
