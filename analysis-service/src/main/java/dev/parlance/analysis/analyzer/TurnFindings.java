package dev.parlance.analysis.analyzer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// What the analysers have found so far in one turn's texts.
///
/// @param byAnalyzer each result by the name of its analyser, in the analysers' order; an analyser that failed has
///     none
public record TurnFindings(Map<String, AnalyzerResult> byAnalyzer) {
    public static final TurnFindings EMPTY = new TurnFindings(Map.of());

    public TurnFindings {
        byAnalyzer = Collections.unmodifiableMap(new LinkedHashMap<>(byAnalyzer));
    }

    /// The result of this type; empty where its analyser failed or has not run.
    public <R extends AnalyzerResult> Optional<R> find(Class<R> type) {
        return byAnalyzer.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /// With this result, in the place of an earlier one of the same analyser.
    public TurnFindings with(String analyzer, AnalyzerResult result) {
        Map<String, AnalyzerResult> changed = new LinkedHashMap<>(byAnalyzer);
        changed.put(analyzer, result);
        return new TurnFindings(changed);
    }

    /// First uses of words are missing: they depend on the learner's other turns.
    public List<TextHighlight> highlights() {
        return concat(AnalyzerResult::highlights);
    }

    /// See [AnalyzerResult#findings].
    public List<Object> findings() {
        return concat(AnalyzerResult::findings);
    }

    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        byAnalyzer.values().forEach(result -> counts.putAll(result.counts()));
        return counts;
    }

    boolean provisional() {
        return byAnalyzer.values().stream().anyMatch(AnalyzerResult::provisional);
    }

    TurnFindings forStorage(String learnerText) {
        Map<String, AnalyzerResult> kept = new LinkedHashMap<>();
        byAnalyzer.forEach((analyzer, result) -> kept.put(analyzer, result.forStorage(learnerText)));
        return new TurnFindings(kept);
    }

    private <T> List<T> concat(Function<AnalyzerResult, List<? extends T>> part) {
        List<T> all = new ArrayList<>();
        byAnalyzer.values().forEach(result -> all.addAll(part.apply(result)));
        return all;
    }
}
