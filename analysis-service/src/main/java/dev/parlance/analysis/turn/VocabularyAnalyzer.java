package dev.parlance.analysis.turn;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.ReadText;
import dev.parlance.analysis.vocabulary.UsedWord;
import jakarta.enterprise.context.ApplicationScoped;

/// Finds the words and sentences of what the learner said, and counts the partner's words.
@ApplicationScoped
class VocabularyAnalyzer implements Analyzer {
    private final Languages languages;

    VocabularyAnalyzer(Languages languages) {
        this.languages = languages;
    }

    @Override
    public String type() {
        return "vocabulary";
    }

    @Override
    public int version() {
        return languages.version();
    }

    @Override
    public int versionOf(Facts found) {
        return found.text().provisional() ? STAND_IN : version();
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Facts analyze(Said said, Facts soFar) {
        ReadText text = languages.readWithin(said.patience(), said.learnerText(), said.language());
        int replyWords = languages.countWithin(said.patience(), said.replyText(), said.language());
        return soFar.withText(text, UsedWord.of(text.language(), text.words(), languages::band), replyWords);
    }
}
