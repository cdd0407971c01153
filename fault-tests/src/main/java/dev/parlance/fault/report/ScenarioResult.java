package dev.parlance.fault.report;

import java.util.List;

/// What came of one run of one scenario.
///
/// @param command        what stands behind `./parlance faults` to run it so, without the seed
/// @param at             when it ended, ISO 8601
/// @param commit         what was tested
/// @param failures       what did not hold; empty means passed
/// @param proofs         that the faults were real
/// @param notes          figures that no invariant asks for
/// @param recoveryMillis the longest time from the end of a fault until a turn sent then was in its day
/// @param drainedMillis  from the end of the load until nothing waited anywhere
public record ScenarioResult(
        String id,
        String title,
        String promise,
        String command,
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
    public ScenarioResult {
        command = command == null ? "%s --scale %s".formatted(id, scale) : command; // files that know no command
        failures = List.copyOf(failures);
        proofs = List.copyOf(proofs);
        notes = List.copyOf(notes);
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
