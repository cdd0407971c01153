package dev.parlance.analysis.turn;

import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.emotion.Emotions;
import dev.parlance.analysis.highlight.HighlightConfig;
import dev.parlance.analysis.highlight.HighlightRules;
import dev.parlance.analysis.highlight.Moment;
import dev.parlance.analysis.language.ReadText;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/// Finds long sentences, feelings and emotional moments in what the learner said, by the tenant's floors. Made when
/// the service starts, which ends there if it is told nonsense.
@Startup
@ApplicationScoped
class HighlightAnalyzer implements Analyzer {
    private final HighlightRules rules;
    private final Emotions emotions = new Emotions();

    HighlightAnalyzer(HighlightConfig config) {
        this.rules = new HighlightRules(config);
    }

    @Override
    public String type() {
        return "highlights";
    }

    @Override
    public int version() {
        return Moment.VERSION;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Facts analyze(Said said, Facts soFar) {
        ReadText text = soFar.text();
        EmotionScore shown = emotions.of(said.learnerText(), text.language(), text.words());
        return soFar.withMoments(
                rules.moments(said.tenant(), said.learnerText(), text.language(), text.sentences(), shown), shown);
    }
}
