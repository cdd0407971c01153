package dev.parlance.kit.republish;

import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.problem.InvalidRequest;
import java.time.Instant;

/// Which events are republished; null where nothing is excluded.
///
/// @param key  of the records
/// @param from of the instants at which the facts were stored, inclusive
/// @param to   exclusive
public record Selection(String key, Instant from, Instant to) {

    /// @throws InvalidRequest if nothing can be in it
    public static Selection of(String key, InstantRange range) {
        if (range.from() != null && range.to() != null && !range.from().isBefore(range.to())) {
            throw new InvalidRequest("to", "to must be later than from");
        }
        return new Selection(key, range.from(), range.to());
    }

    public boolean includes(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
    }
}
