package dev.parlance.fault.fuzz;

import dev.parlance.fault.fuzz.request.ApiOperation;
import dev.parlance.fault.fuzz.request.FuzzRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the answers to many requests were; safe for use by several threads.
public final class FuzzReport {
    private static final int MAX_VIOLATIONS = 25;
    private static final int MAX_EXAMPLES = 3;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> violations = new TreeMap<>();
    private final Map<String, List<String>> examples = new TreeMap<>();
    private final Set<ApiOperation> accepted = new HashSet<>();

    synchronized void record(FuzzRequest request, FuzzResponse response) {
        counts.merge(outcome(response), 1, Integer::sum);
        if (response.status() / 100 == 2) {
            accepted.add(request.operation());
        }
    }

    /// @param curl sends the request again
    synchronized void recordViolation(FuzzRequest request, String sentence, String curl) {
        violations.merge(sentence, 1, Integer::sum);
        List<String> some = examples.computeIfAbsent(sentence, _ -> new ArrayList<>());
        if (some.size() < MAX_EXAMPLES) {
            some.add("%n      %s: %s".formatted(request.operation(), curl));
        }
    }

    /// How many requests had this outcome: a status, or `no answer`.
    public synchronized int count(String outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /// How many were answered 2xx, 4xx, …
    public synchronized int countClass(int hundreds) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().startsWith(Integer.toString(hundreds)))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// Operations that accepted at least one of their requests.
    public synchronized int acceptedOperations() {
        return accepted.size();
    }

    /// By kind, with how many there are and some examples of each; not more than can be read.
    public synchronized List<String> violations() {
        List<String> all = new ArrayList<>();
        violations.entrySet().stream()
                .limit(MAX_VIOLATIONS)
                .forEach(kind -> all.add("%d requests were %s%s"
                        .formatted(kind.getValue(), kind.getKey(), String.join("", examples.get(kind.getKey())))));
        if (violations.size() > MAX_VIOLATIONS) {
            all.add("and %d kinds more".formatted(violations.size() - MAX_VIOLATIONS));
        }
        return all;
    }

    @Override
    public synchronized String toString() {
        return counts.toString();
    }

    private static String outcome(FuzzResponse response) {
        return response.status() == 0 ? "no answer" : Integer.toString(response.status());
    }
}
