package dev.parlance.kit.time;

import java.time.Instant;

/// Revisions of derived data: greater than every earlier one of the same subject, also after a rebuild from nothing.
public final class Revision {
    private Revision() {}

    /// @param last last revision of the subject, 0 if it never had one
    public static long after(long last, Instant now) {
        return Math.max(last + 1, now.toEpochMilli());
    }
}
