package dev.parlance.fault.check;

import java.util.List;

/// What a check found.
///
/// @param accepted   turns answered 2xx
/// @param lost       accepted turns that are missing in a table, on their topic or in a day
/// @param doubled    turns that days count beyond those that were sent
/// @param duplicates records on topics that were there before, under the same id
public record CheckResult(List<InvariantViolation> violations, int accepted, int lost, int doubled, int duplicates) {
    public CheckResult {
        violations = List.copyOf(violations);
    }
}
