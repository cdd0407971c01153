package dev.parlance.analysis.turn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What came of analysing a turn: the facts, and how each analyser fared.
///
/// @param analyzers   their versions, by type
/// @param provisional whether a stand-in has read the text: it is to be analysed again
record Analysis(Facts facts, List<Job> jobs, Map<String, Integer> analyzers, boolean provisional) {
    Analysis {
        analyzers = new TreeMap<>(analyzers);
    }

    /// `completed` if every analyser was, `failed` if none was, else `partial`.
    String status() {
        long failed = jobs.stream().filter(Job::isFailed).count();
        return failed == 0 ? "completed" : failed == jobs.size() ? "failed" : "partial";
    }

    /// By which versions it was made, in one line: `highlights=1,vocabulary=1`.
    String versions() {
        return versions(analyzers);
    }

    static String versions(Map<String, Integer> analyzers) {
        return new TreeMap<>(analyzers)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(","));
    }

    Analysis withFacts(Facts changed) {
        return new Analysis(changed, jobs, analyzers, provisional);
    }
}
