package dev.parlance.analysis.vocabulary;

import dev.parlance.analysis.analyzer.TextToAnalyze;
import dev.parlance.analysis.analyzer.TurnFindings;
import dev.parlance.analysis.language.Languages;

/// An analyser that always fails.
public final class FailingVocabularyAnalyzer extends VocabularyAnalyzer {
    public FailingVocabularyAnalyzer(Languages languages) {
        super(languages);
    }

    @Override
    public TurnFindings analyze(TextToAnalyze text, TurnFindings soFar) {
        throw new IllegalStateException("broken on purpose");
    }
}
