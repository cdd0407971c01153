package dev.parlance.analysis.analyzer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The analysis of one turn: the findings, and the state of each analyser's job.
///
/// @param analyzers   their versions, by name
/// @param provisional whether only the fallback rules have read the text, so that it must be analysed again
public record Analysis(
        TurnFindings findings, List<AnalyzerJob> jobs, Map<String, Integer> analyzers, boolean provisional) {
    public Analysis {
        analyzers = new TreeMap<>(analyzers);
    }

    /// `completed` if every job was, `failed` if none was, else `partial`.
    public String status() {
        long failed = jobs.stream().filter(AnalyzerJob::isFailed).count();
        return failed == 0 ? "completed" : failed == jobs.size() ? "failed" : "partial";
    }

    /// The analysers' versions in one line: `highlights=1,vocabulary=1`.
    public String versions() {
        return versions(analyzers);
    }

    static String versions(Map<String, Integer> analyzers) {
        return new TreeMap<>(analyzers)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(","));
    }

    public Analysis withFindings(TurnFindings changed) {
        return new Analysis(changed, jobs, analyzers, provisional);
    }
}
