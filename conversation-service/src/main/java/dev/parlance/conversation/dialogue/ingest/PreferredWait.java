package dev.parlance.conversation.dialogue.ingest;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The preference `wait` of RFC 7240: how many seconds the client is ready to wait for a response with more in it. A
/// preference that cannot be parsed is ignored, as the RFC demands.
///
/// @param seconds at least 1
record PreferredWait(int seconds) {
    /// The response header of RFC 7240 that states which preference was applied.
    static final String APPLIED_HEADER = "Preference-Applied";

    /// @param headers the values of the header `Prefer`
    /// @param maxWait a longer wait is shortened to this, in whole seconds
    static Optional<PreferredWait> of(List<String> headers, Duration maxWait) {
        if (headers.isEmpty()) {
            return Optional.empty(); // nearly every request
        }
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(preference -> preference.split(";", 2)[0].strip().split("=", 2))
                .filter(preference ->
                        preference[0].strip().toLowerCase(Locale.ROOT).equals("wait"))
                .findFirst() // of several, the first counts
                .map(preference -> seconds(preference.length < 2 ? "" : preference[1]))
                .filter(OptionalInt::isPresent)
                .map(seconds -> new PreferredWait((int) Math.min(seconds.getAsInt(), maxWait.toSeconds())))
                .filter(wait -> wait.seconds() > 0);
    }

    private static OptionalInt seconds(String value) {
        String digits = value.strip().replaceAll("^\"(.*)\"$", "$1");
        if (!digits.matches("[0-9]+")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits));
    }

    Duration duration() {
        return Duration.ofSeconds(seconds);
    }

    /// The value of `Preference-Applied`.
    @Override
    public String toString() {
        return "wait=" + seconds;
    }
}
