package dev.parlance.kit.outbox;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// The header `traceparent` of W3C Trace Context, level 1: `00-<trace>-<span>-<flags>`.
public final class TraceParent {
    /// Its name among a record's headers and a request's.
    public static final String HEADER = "traceparent";

    private static final int SPAN = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;
    private static final String ZEROS = "0".repeat(32);

    private TraceParent() {}

    /// A new trace with a first span, sampled.
    public static String fresh() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-" + span()
                + "-01";
    }

    /// A new span in the trace of its cause, as much sampled as that; a new trace where nobody can read the cause's.
    ///
    /// @param cause as it was received; null where there was none
    public static String causedBy(String cause) {
        return isReadable(cause)
                ? "00" + cause.substring(2, SPAN) + span() + cause.substring(FLAGS - 1, LENGTH)
                : fresh();
    }

    private static String span() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
    }

    /// Later versions begin like this one and may go on behind a dash.
    private static boolean isReadable(String text) {
        return text != null
                && text.length() >= LENGTH
                && (text.length() == LENGTH || (!text.startsWith("00") && text.charAt(LENGTH) == '-'))
                && isHex(text, 0, 2)
                && !text.startsWith("ff")
                && text.charAt(2) == '-'
                && isHex(text, 3, SPAN - 1)
                && !text.startsWith(ZEROS, 3)
                && text.charAt(SPAN - 1) == '-'
                && isHex(text, SPAN, FLAGS - 1)
                && !text.startsWith(ZEROS.substring(16), SPAN)
                && text.charAt(FLAGS - 1) == '-'
                && isHex(text, FLAGS, LENGTH);
    }

    private static boolean isHex(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            boolean isDigit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (!isDigit) {
                return false;
            }
        }
        return true;
    }
}
