package dev.parlance.journey.fault.report;

import java.util.List;

/// What came of one run of one scenario.
///
/// @param at             when it ended, ISO 8601
/// @param commit         what was tested
/// @param failures       what did not hold; empty means passed
/// @param proofs         that the faults were real
/// @param notes          figures that no invariant asks for
/// @param recoveryMillis the longest time from the end of a fault until a turn sent then was in its day
/// @param drainedMillis  from the end of the load until nothing waited anywhere
public record Result(
        String id,
        String title,
        String promise,
        String scale,
        long seed,
        String at,
        String commit,
        long seconds,
        List<String> failures,
        List<String> proofs,
        List<String> notes,
        int faults,
        int accepted,
        int lost,
        int doubled,
        int duplicates,
        long recoveryMillis,
        long drainedMillis) {
    public Result {
        failures = List.copyOf(failures);
        proofs = List.copyOf(proofs);
        notes = List.copyOf(notes);
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
