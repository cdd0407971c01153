package dev.parlance.analysis.turn;

import dev.parlance.analysis.highlight.HighlightConfig;
import dev.parlance.contract.ConversationEvent.TurnRecorded;

/// An analyser that always fails.
final class FragileHighlights extends HighlightAnalyzer {
    FragileHighlights(HighlightConfig config) {
        super(config);
    }

    @Override
    public Facts analyze(TurnRecorded turn, Facts soFar) {
        throw new IllegalStateException("broken on purpose");
    }
}
