package dev.parlance.analysis.turn;

import dev.parlance.contract.ConversationEvent.TurnRecorded;

/// One kind of analysis of a turn. Pure: the same turn gives the same facts, whatever came before it.
/// An analyser that throws fails its own job of this turn and nothing else.
interface Analyzer {
    /// The type of its jobs, and its name in `analyzers`.
    String type();

    /// Raised whenever the same turn would give other facts than before.
    int version();

    /// Its place among the analysers: a later one sees the facts of an earlier one.
    int order();

    /// Adds what it finds.
    Facts analyze(TurnRecorded turn, Facts soFar);
}
