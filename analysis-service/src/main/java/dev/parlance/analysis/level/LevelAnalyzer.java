package dev.parlance.analysis.level;

import dev.parlance.analysis.analyzer.Analyzer;
import dev.parlance.analysis.analyzer.AnalyzerResult;
import dev.parlance.analysis.analyzer.TextToAnalyze;
import dev.parlance.analysis.analyzer.TurnFindings;
import dev.parlance.analysis.vocabulary.TextWord;
import dev.parlance.analysis.vocabulary.VocabularyAnalyzer;
import dev.parlance.analysis.vocabulary.VocabularyFindings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds their levels to the words of the vocabulary, by the tenant's lists.
@ApplicationScoped
public class LevelAnalyzer implements Analyzer {
    private final LevelLookup levels;

    public LevelAnalyzer(LevelLookup levels) {
        this.levels = levels;
    }

    @Override
    public String name() {
        return "levels";
    }

    @Override
    public int version() {
        return levels.version();
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public Optional<Class<? extends AnalyzerResult>> resultType() {
        return Optional.empty();
    }

    @Override
    public TurnFindings analyze(TextToAnalyze text, TurnFindings soFar) {
        return soFar.find(VocabularyFindings.class)
                .map(found -> soFar.with(VocabularyAnalyzer.NAME, withLevels(text.tenant(), found)))
                .orElse(soFar);
    }

    private VocabularyFindings withLevels(String tenant, VocabularyFindings found) {
        List<TextWord> words = new ArrayList<>(found.words().size());
        for (TextWord word : found.words()) {
            words.add(word.withLevel(levels.levelOf(tenant, word)));
        }
        return found.withWords(words);
    }
}
