package dev.parlance.kit.page;

import dev.parlance.kit.problem.InvalidRequest;
import java.time.DateTimeException;
import java.time.LocalDate;

/// Local dates, inclusive at both ends; null for an open end.
public record DateRange(LocalDate from, LocalDate to) {

    /// @throws InvalidRequest if an end is not a date
    public static DateRange of(String from, String to) {
        return new DateRange(from == null ? null : parse("from", from), to == null ? null : parse("to", to));
    }

    /// @throws InvalidRequest if the text is not a date
    public static LocalDate parse(String field, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException e) {
            // answered below, like a year that no calendar shows
        }
        throw new InvalidRequest(field, field + " must be a date such as 2026-11-20");
    }
}
