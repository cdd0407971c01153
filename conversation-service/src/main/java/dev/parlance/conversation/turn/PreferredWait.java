package dev.parlance.conversation.turn;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The preference `wait` of RFC 7240: so many seconds a client would wait for more than the usual answer. A preference
/// that cannot be read is ignored, as the RFC asks for.
///
/// @param seconds at least 1
record PreferredWait(int seconds) {
    /// The header that says that a preference was followed.
    static final String APPLIED = "Preference-Applied";

    /// @param headers each value of the header `Prefer`
    /// @param longest a longer wait is cut to this, in whole seconds
    static Optional<PreferredWait> of(List<String> headers, Duration longest) {
        if (headers.isEmpty()) {
            return Optional.empty(); // as of nearly every turn
        }
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(preference -> preference.split(";", 2)[0].strip().split("=", 2))
                .filter(preference ->
                        preference[0].strip().toLowerCase(Locale.ROOT).equals("wait"))
                .findFirst() // of several, the first counts
                .map(preference -> seconds(preference.length < 2 ? "" : preference[1]))
                .filter(OptionalInt::isPresent)
                .map(seconds -> new PreferredWait((int) Math.min(seconds.getAsInt(), longest.toSeconds())))
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

    /// As the answer says it.
    @Override
    public String toString() {
        return "wait=" + seconds;
    }
}
