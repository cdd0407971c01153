package dev.parlance.kit.page;

import dev.parlance.kit.problem.InvalidRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/// A time range, `[from, to)`; null for an open end.
public record InstantRange(Instant from, Instant to) {

    /// @throws InvalidRequest if an end is not an RFC 3339 instant
    public static InstantRange of(String from, String to) {
        return new InstantRange(parse("from", from), parse("to", to));
    }

    private static Instant parse(String field, String text) {
        if (text == null) {
            return null;
        }
        try {
            // A plus sign that the caller did not escape arrives as a space.
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+'));
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
            }
        } catch (DateTimeException e) {
            // answered below, like a year that RFC 3339 cannot write
        }
        throw new InvalidRequest(field, field + " must be an instant such as 2026-11-20T08:15:30.120Z");
    }
}
