package dev.parlance.analysis.turn;

import dev.parlance.analysis.level.Levels;
import dev.parlance.analysis.vocabulary.UsedWord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Finds the levels of the learner's words, by the tenant's lists.
@ApplicationScoped
class LevelAnalyzer implements Analyzer {
    private final Levels levels;

    LevelAnalyzer(Levels levels) {
        this.levels = levels;
    }

    @Override
    public String type() {
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
    public Facts analyze(Said said, Facts soFar) {
        List<UsedWord> words = new ArrayList<>(soFar.words().size());
        for (UsedWord word : soFar.words()) {
            words.add(word.withLevel(levels.of(said.tenant(), word)));
        }
        return soFar.withWords(words);
    }
}
