package dev.parlance.analysis.vocabulary;

import dev.parlance.analysis.analyzer.Analyzer;
import dev.parlance.analysis.analyzer.AnalyzerResult;
import dev.parlance.analysis.analyzer.TextToAnalyze;
import dev.parlance.analysis.analyzer.TurnFindings;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.TokenizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Finds the words and sentences of what the learner said, and counts the partner's words.
@ApplicationScoped
public class VocabularyAnalyzer implements Analyzer {
    public static final String NAME = "vocabulary";

    private final Languages languages;

    public VocabularyAnalyzer(Languages languages) {
        this.languages = languages;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return languages.version();
    }

    @Override
    public int versionOf(TurnFindings findings) {
        return VocabularyFindings.in(findings).provisional() ? FALLBACK_VERSION : version();
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Class<? extends AnalyzerResult>> resultType() {
        return Optional.of(VocabularyFindings.class);
    }

    @Override
    public TurnFindings analyze(TextToAnalyze text, TurnFindings soFar) {
        Duration timeout = text.languageTimeout();
        TokenizedText tokens = languages.tokenizeWithin(timeout, text.learnerText(), text.language());
        int replyWords = languages.countWordsWithin(timeout, text.replyText(), text.language());
        List<TextWord> words = TextWord.of(tokens.language(), tokens.words(), languages::frequencyBand);
        return soFar.with(
                NAME,
                new VocabularyFindings(words, replyWords, tokens.sentences().size(), null, tokens));
    }
}
