package dev.parlance.analysis.highlight;

import dev.parlance.analysis.analyzer.TextToAnalyze;
import dev.parlance.analysis.analyzer.TurnFindings;

/// An analyser that always fails.
public final class FailingHighlightAnalyzer extends HighlightAnalyzer {
    public FailingHighlightAnalyzer(HighlightConfig config) {
        super(config);
    }

    @Override
    public TurnFindings analyze(TextToAnalyze text, TurnFindings soFar) {
        throw new IllegalStateException("broken on purpose");
    }
}
