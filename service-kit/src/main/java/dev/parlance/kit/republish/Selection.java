package dev.parlance.kit.republish;

import dev.parlance.kit.page.InstantRange;
import dev.parlance.kit.problem.InvalidRequest;
import java.time.Instant;

/// Which part of the past is told again; null where it is not narrowed down.
///
/// @param key  the records' key
/// @param from of the instants at which the facts became known, inclusive
/// @param to   exclusive
public record Selection(String key, Instant from, Instant to) {

    /// @throws InvalidRequest if nothing can lie in it
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
