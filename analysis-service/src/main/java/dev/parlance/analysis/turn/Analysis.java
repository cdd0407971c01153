package dev.parlance.analysis.turn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came of analysing a turn: the facts, and how each analyser fared.
record Analysis(Facts facts, List<Job> jobs, Map<String, Integer> analyzers) {
    Analysis {
        analyzers = new TreeMap<>(analyzers);
    }

    /// `completed` if every analyser was, `failed` if none was, else `partial`.
    String status() {
        long failed = jobs.stream().filter(Job::isFailed).count();
        return failed == 0 ? "completed" : failed == jobs.size() ? "failed" : "partial";
    }

    Analysis withFacts(Facts changed) {
        return new Analysis(changed, jobs, analyzers);
    }
}
