package dev.parlance.analysis.highlight;

import dev.parlance.analysis.analyzer.Analyzer;
import dev.parlance.analysis.analyzer.AnalyzerResult;
import dev.parlance.analysis.analyzer.TextHighlight;
import dev.parlance.analysis.analyzer.TextToAnalyze;
import dev.parlance.analysis.analyzer.TurnFindings;
import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.emotion.EmotionScorer;
import dev.parlance.analysis.language.text.TokenizedText;
import dev.parlance.analysis.vocabulary.VocabularyFindings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Finds long sentences, emotions and emotional moments in what the learner said, by the tenant's thresholds. Made at
/// the start of the service, which fails if the configuration makes no sense.
@Startup
@ApplicationScoped
public class HighlightAnalyzer implements Analyzer {
    public static final String NAME = "highlights";

    private final HighlightRules rules;
    private final EmotionScorer emotionScorer = new EmotionScorer();

    public HighlightAnalyzer(HighlightConfig config) {
        this.rules = new HighlightRules(config);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return HighlightRules.VERSION;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Class<? extends AnalyzerResult>> resultType() {
        return Optional.of(HighlightFindings.class);
    }

    @Override
    public TurnFindings analyze(TextToAnalyze text, TurnFindings soFar) {
        TokenizedText tokens = VocabularyFindings.in(soFar).tokens();
        EmotionScore emotion = emotionScorer.score(text.learnerText(), tokens.language(), tokens.words());
        List<TextHighlight> highlights =
                rules.find(text.tenant(), text.learnerText(), tokens.language(), tokens.sentences(), emotion);
        return soFar.with(NAME, new HighlightFindings(highlights, emotion));
    }
}
