package dev.parlance.analysis.analyzer;

import java.util.List;
import java.util.Map;

/// What one analyser found in a turn: a record of the analyser's own package. It is stored as JSON, so a component
/// that is added later is null in rows written before, and what must not be stored is left out by [#forStorage] or
/// `@JsonIgnore`.
public interface AnalyzerResult {
    /// What it adds to the turn's highlights.
    default List<TextHighlight> highlights() {
        return List.of();
    }

    /// What it adds to the list `findings` of the event and of a turn's analysis, as JSON shows it.
    default List<?> findings() {
        return List.of();
    }

    /// Numbers to show with the analyser's job, by name.
    default Map<String, Integer> counts() {
        return Map.of();
    }

    /// Whether only the fallback rules have read the text, so that it must be analysed again.
    default boolean provisional() {
        return false;
    }

    /// What is kept once all analysers are done.
    default AnalyzerResult forStorage(String learnerText) {
        return this;
    }
}
