package dev.parlance.analysis.turn;

import dev.parlance.analysis.highlight.HighlightConfig;

/// An analyser that always fails.
final class FragileHighlights extends HighlightAnalyzer {
    FragileHighlights(HighlightConfig config) {
        super(config);
    }

    @Override
    public Facts analyze(Said said, Facts soFar) {
        throw new IllegalStateException("broken on purpose");
    }
}
