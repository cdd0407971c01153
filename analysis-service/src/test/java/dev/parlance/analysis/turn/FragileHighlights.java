package dev.parlance.analysis.turn;

import dev.parlance.contract.ConversationEvent.TurnRecorded;

/// An analyser that always fails.
final class FragileHighlights extends HighlightAnalyzer {
    @Override
    public Facts analyze(TurnRecorded turn, Facts soFar) {
        throw new IllegalStateException("broken on purpose");
    }
}
