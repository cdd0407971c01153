package dev.parlance.kit.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// The header `traceparent` of W3C Trace Context, level 1: `00-<trace>-<span>-<flags>`.
public final class TraceParent {
    /// Name of the header, in records and in requests.
    public static final String HEADER = "traceparent";

    private static final int SPAN_INDEX = 36;
    private static final int FLAGS_INDEX = 53;
    private static final int LENGTH = 55;
    private static final String ZEROS = "0".repeat(32);

    private TraceParent() {}

    /// A new trace with a first span, sampled.
    public static String newTrace() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-" + newSpanId()
                + "-01";
    }

    /// A new span in the trace of its parent, sampled like that; a new trace if the header of the parent is not valid.
    ///
    /// @param parent header of the parent as it was received; null if it had none
    public static String childOf(String parent) {
        return isValid(parent)
                ? "00" + parent.substring(2, SPAN_INDEX) + newSpanId() + parent.substring(FLAGS_INDEX - 1, LENGTH)
                : newTrace();
    }

    private static String newSpanId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
    }

    /// Later versions start like this one and may continue after a dash.
    private static boolean isValid(String text) {
        return text != null
                && text.length() >= LENGTH
                && (text.length() == LENGTH || (!text.startsWith("00") && text.charAt(LENGTH) == '-'))
                && isHex(text, 0, 2)
                && !text.startsWith("ff")
                && text.charAt(2) == '-'
                && isHex(text, 3, SPAN_INDEX - 1)
                && !text.startsWith(ZEROS, 3)
                && text.charAt(SPAN_INDEX - 1) == '-'
                && isHex(text, SPAN_INDEX, FLAGS_INDEX - 1)
                && !text.startsWith(ZEROS.substring(16), SPAN_INDEX)
                && text.charAt(FLAGS_INDEX - 1) == '-'
                && isHex(text, FLAGS_INDEX, LENGTH);
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
