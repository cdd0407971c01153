package dev.parlance.analysis.turn;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.Sentence;
import dev.parlance.analysis.language.Sentences;
import dev.parlance.analysis.language.Token;
import dev.parlance.analysis.language.WordReader;
import dev.parlance.analysis.vocabulary.UsedWord;
import dev.parlance.contract.ConversationEvent.TurnRecorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Finds the words and sentences of what the learner said, and counts the partner's words.
@ApplicationScoped
class VocabularyAnalyzer implements Analyzer {
    private final Languages languages = new Languages();

    @Override
    public String type() {
        return "vocabulary";
    }

    @Override
    public int version() {
        return languages.version();
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Facts analyze(TurnRecorded turn, Facts soFar) {
        String text = turn.learnerText() == null ? "" : turn.learnerText();
        String language = Languages.primarySubtag(turn.language());
        WordReader reader = languages.readerFor(turn.language());
        List<Token> tokens = reader.words(text);
        List<Sentence> sentences = Sentences.of(text, turn.language(), tokens);
        int replyWords = turn.replyText() == null ? 0 : reader.count(turn.replyText());
        return soFar.withWords(UsedWord.of(language, tokens), replyWords, tokens, sentences);
    }
}
