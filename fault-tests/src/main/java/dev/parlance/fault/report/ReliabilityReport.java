package dev.parlance.fault.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The results as a table for a terminal, and as a page for readers.
public final class ReliabilityReport {
    private static final String TABLE_HEADER = """
        | test | what was done | scale | faults | accepted | lost | doubled | duplicate deliveries | longest recovery | drained | seed | result |
        |---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---|
        """;

    private ReliabilityReport() {}

    public static String table(List<ScenarioResult> results) {
        return TABLE_HEADER + results.stream().map(ReliabilityReport::row).collect(Collectors.joining());
    }

    /// @param machine what it ran on
    /// @param missing tests of which there is no result
    public static String document(List<ScenarioResult> results, String machine, List<String> missing) {
        var page = new StringBuilder("""
            # Reliability: faults, and what came of them

            Made by `./parlance faults report --write docs/reliability.md` from the last run of each test; do not edit it by
            hand. Each test runs Parlance as real processes on new data, under a load whose every attempt is written to a
            ledger before it is sent and after it is answered, does the harm, and then compares the ledger with the tables
            and topics. It fails when an invariant does not hold, and also when nothing shows that its fault was real.

            *Accepted* are turns answered 2xx; *lost* are those of them missing in a table, on their topic or in their day;
            *doubled* is what days count beyond what was said; *duplicate deliveries* are records on topics that were there
            before under the same id, which readers must bear and do. *Longest recovery* is the time from the end of a fault
            until a turn sent at that moment was in its day; *drained* is the time from the end of the load until every
            outbox was empty and no reader behind. Scale *full* is as large and as long as promised; *short* is a few seconds
            of the same, and what a promise says of minutes, thousands and times is then not shown.

            """);
        page.append("Machine: ").append(machine).append(".\n\n").append(table(results));
        long failed = results.stream().filter(result -> !result.passed()).count();
        page.append("\n%d of %d passed; %d faults, %d turns accepted, %d lost, %d doubled.\n"
                .formatted(
                        results.size() - failed,
                        results.size(),
                        results.stream().mapToInt(ScenarioResult::faults).sum(),
                        results.stream().mapToInt(ScenarioResult::accepted).sum(),
                        results.stream().mapToInt(ScenarioResult::lost).sum(),
                        results.stream().mapToInt(ScenarioResult::doubled).sum()));
        if (!missing.isEmpty()) {
            page.append("\nNothing is claimed of %s: there is no run of them here.\n"
                    .formatted(String.join(", ", missing)));
        }
        page.append("\n## Each test: what it promises, what shows that its fault was real\n");
        results.forEach(result -> page.append(section(result)));
        return page.toString();
    }

    private static String row(ScenarioResult result) {
        return "| %s | %s | %s | %d | %d | %d | %d | %d | %s | %s | %d | %s |%n"
                .formatted(
                        result.id(),
                        result.title(),
                        result.scale(),
                        result.faults(),
                        result.accepted(),
                        result.lost(),
                        result.doubled(),
                        result.duplicates(),
                        seconds(result.recoveryMillis()),
                        seconds(result.drainedMillis()),
                        result.seed(),
                        result.passed() ? "passed" : "**FAILED**: " + String.join("; ", result.failures()));
    }

    private static String section(ScenarioResult result) {
        var text = new StringBuilder("\n### %s %s\n\n%s.\n\n".formatted(result.id(), result.title(), result.promise()));
        text.append("`./parlance faults %s --seed %d` on commit %s, %s, %d s.\n\n"
                .formatted(result.command(), result.seed(), result.commit(), result.at(), result.seconds()));
        result.failures()
                .forEach(
                        failure -> text.append("- **not held: ").append(failure).append("**\n"));
        result.proofs().forEach(proof -> text.append("- ").append(proof).append('\n'));
        result.notes().forEach(note -> text.append("- ").append(note).append('\n'));
        return text.toString();
    }

    private static String seconds(long millis) {
        return millis == 0 ? "–" : String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }
}
