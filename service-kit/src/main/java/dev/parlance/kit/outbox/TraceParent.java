package dev.parlance.kit.outbox;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// The header `traceparent` of W3C Trace Context, level 1.
public final class TraceParent {
    /// Its name among a record's headers and a request's.
    public static final String HEADER = "traceparent";

    private TraceParent() {}

    /// A new trace with a first span, sampled.
    public static String fresh() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-01";
    }
}
