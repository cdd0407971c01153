package dev.parlance.analysis.turn;

/// One kind of analysis of what was said in a turn. Pure: the same texts give the same facts, whatever came before
/// it. An analyser that throws fails its own job of this turn and nothing else.
interface Analyzer {
    /// The version of facts that Unicode's plain rules have found because nothing better was at hand: those were the
    /// first rules of most languages.
    int STAND_IN = 1;

    /// The type of its jobs, and its name in `analyzers`.
    String type();

    /// Raised whenever the same texts would give other facts than before.
    int version();

    /// The version of what it has found: [#version], or [#STAND_IN] where something else has found it.
    default int versionOf(Facts found) {
        return version();
    }

    /// Its place among the analysers: a later one sees the facts of an earlier one.
    int order();

    /// Adds what it finds.
    Facts analyze(Said said, Facts soFar);
}
