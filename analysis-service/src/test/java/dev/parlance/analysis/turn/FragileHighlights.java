package dev.parlance.analysis.turn;

/// An analyser that always fails.
final class FragileHighlights extends HighlightAnalyzer {
    @Override
    public Facts analyze(Said said, Facts soFar) {
        throw new IllegalStateException("broken on purpose");
    }
}
