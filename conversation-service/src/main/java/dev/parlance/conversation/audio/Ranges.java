package dev.parlance.conversation.audio;

import dev.parlance.conversation.store.ByteRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the header `Range` asks for.
final class Ranges {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    private Ranges() {}

    sealed interface Asked {
        /// All of it: no range, several, or in a form that nobody has to know.
        record All() implements Asked {}

        record Part(ByteRange range) implements Asked {}

        /// Nothing of it: the range begins behind the end.
        record Beyond() implements Asked {}
    }

    /// @param header null where there is none
    /// @param size   of the whole, in bytes, at least 1
    static Asked of(String header, long size) {
        Optional<Matcher> one = Optional.ofNullable(header).map(ONE::matcher).filter(Matcher::matches);
        if (one.isEmpty() || (one.get().group(1).isEmpty() && one.get().group(2).isEmpty())) {
            return new Asked.All();
        }
        String from = one.get().group(1);
        String to = one.get().group(2);
        if (from.isEmpty()) {
            long last = Long.parseLong(to);
            return last == 0 ? new Asked.Beyond() : part(Math.max(size - last, 0), size - 1);
        }
        long first = Long.parseLong(from);
        if (first >= size) {
            return new Asked.Beyond();
        }
        long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        return last < first ? new Asked.All() : part(first, last);
    }

    private static Asked part(long first, long last) {
        return new Asked.Part(new ByteRange(first, last));
    }
}
