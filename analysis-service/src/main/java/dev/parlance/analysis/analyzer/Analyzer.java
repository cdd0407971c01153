package dev.parlance.analysis.analyzer;

import java.util.Optional;

/// One kind of analysis of a turn's texts. Pure: the same texts give the same result, whatever came before. An
/// analyser that throws fails its own job of this turn and nothing else.
public interface Analyzer {
    /// The version of results that Unicode's rules found because the language's own tokenizer was not loaded: those
    /// were the first rules of most languages.
    int FALLBACK_VERSION = 1;

    /// The type of its jobs, its name in `analyzers`, and the key of its result. Stored: it never changes.
    String name();

    /// Raised whenever the same texts would give another result than before.
    int version();

    /// The version of what was found: [#version], or [#FALLBACK_VERSION] where the fallback rules found it.
    default int versionOf(TurnFindings findings) {
        return version();
    }

    /// Analysers run in ascending order; a later one sees the results of the earlier ones.
    int order();

    /// The type of its result, by which stored ones are read; empty if it only changes another analyser's result.
    Optional<Class<? extends AnalyzerResult>> resultType();

    /// What counts of the texts although it failed, or its result cannot be stored; by rules that do not fail.
    ///
    /// @param found its result, if it has one
    default Optional<AnalyzerResult> countsOnly(TextToAnalyze text, TurnFindings found) {
        return Optional.empty();
    }

    /// Adds its result to those of the earlier analysers.
    TurnFindings analyze(TextToAnalyze text, TurnFindings soFar);
}
