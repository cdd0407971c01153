package dev.parlance.conversation.audio.transfer;

import dev.parlance.conversation.audio.storage.ByteRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses the header `Range`.
final class RangeHeader {
    private static final Pattern SINGLE_RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    private RangeHeader() {}

    sealed interface RequestedRange {
        /// The whole object: no range, several ranges, or an unsupported form (RFC 9110 lets a server ignore it).
        record Whole() implements RequestedRange {}

        record Part(ByteRange range) implements RequestedRange {}

        /// The range begins after the end.
        record Unsatisfiable() implements RequestedRange {}
    }

    /// @param header null if there is none
    /// @param size   of the object in bytes, at least 1
    static RequestedRange parse(String header, long size) {
        Optional<Matcher> range =
                Optional.ofNullable(header).map(SINGLE_RANGE::matcher).filter(Matcher::matches);
        if (range.isEmpty()
                || (range.get().group(1).isEmpty() && range.get().group(2).isEmpty())) {
            return new RequestedRange.Whole();
        }
        String from = range.get().group(1);
        String to = range.get().group(2);
        if (from.isEmpty()) {
            long last = Long.parseLong(to);
            return last == 0 ? new RequestedRange.Unsatisfiable() : part(Math.max(size - last, 0), size - 1);
        }
        long first = Long.parseLong(from);
        if (first >= size) {
            return new RequestedRange.Unsatisfiable();
        }
        long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        return last < first ? new RequestedRange.Whole() : part(first, last);
    }

    private static RequestedRange part(long first, long last) {
        return new RequestedRange.Part(new ByteRange(first, last));
    }
}
