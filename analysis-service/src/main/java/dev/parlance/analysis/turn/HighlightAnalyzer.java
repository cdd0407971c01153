package dev.parlance.analysis.turn;

import dev.parlance.analysis.highlight.EmotionalMoments;
import dev.parlance.analysis.highlight.LongSentences;
import dev.parlance.analysis.highlight.Moment;
import dev.parlance.analysis.language.ReadText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Finds long sentences and emotional moments in what the learner said.
@ApplicationScoped
class HighlightAnalyzer implements Analyzer {
    private final LongSentences longSentences = new LongSentences();
    private final EmotionalMoments emotionalMoments = new EmotionalMoments();

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
        String text = said.learnerText();
        ReadText read = soFar.text();
        List<Moment> moments = new ArrayList<>(longSentences.in(text, said.language(), read.sentences()));
        emotionalMoments.in(text, said.language(), read.words()).ifPresent(moments::add);
        return soFar.withMoments(moments);
    }
}
