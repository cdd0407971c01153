package dev.parlance.fault.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What came back.
///
/// @param status  0 if nothing did
/// @param headers by name in small letters
/// @param body    what was read of it
/// @param failure why the answer has no end, for example that the time was over; empty if it is complete
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record FuzzResponse(int status, Map<String, List<String>> headers, byte[] body, Optional<String> failure) {
    static FuzzResponse none(String failure) {
        return new FuzzResponse(0, Map.of(), new byte[0], Optional.of(failure));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).map(List::getFirst);
    }

    String contentType() {
        return header("Content-Type").orElse("");
    }
}
