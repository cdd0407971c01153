package dev.parlance.analysis.vocabulary;

import dev.parlance.analysis.analyzer.Analyzer;
import dev.parlance.analysis.analyzer.AnalyzerResult;
import dev.parlance.analysis.analyzer.TextToAnalyze;
import dev.parlance.analysis.analyzer.TurnFindings;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.text.IcuTokenizer;
import dev.parlance.analysis.language.text.LanguageCode;
import dev.parlance.analysis.language.text.Sentence;
import dev.parlance.analysis.language.text.SentenceSplitter;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.TokenizedText;
import dev.parlance.analysis.language.text.Tokenizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Finds the words and sentences of what the learner said, and counts the partner's words.
@ApplicationScoped
public class VocabularyAnalyzer implements Analyzer {
    public static final String NAME = "vocabulary";

    private static final Tokenizer UNICODE_RULES = new IcuTokenizer(LanguageCode.UNDETERMINED);

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
                new VocabularyFindings(words, 0, replyWords, tokens.sentences().size(), null, tokens));
    }

    /// By Unicode's word boundaries where it failed.
    @Override
    public Optional<AnalyzerResult> countsOnly(TextToAnalyze text, TurnFindings found) {
        return Optional.of(found.find(VocabularyFindings.class)
                .map(VocabularyFindings::countsOnly)
                .orElseGet(() -> count(text)));
    }

    private static VocabularyFindings count(TextToAnalyze text) {
        String said = text.learnerText();
        List<Token> words = UNICODE_RULES.tokenize(said);
        List<Sentence> sentences =
                SentenceSplitter.split(said, SentenceSplitter.boundaries(said, text.language()), words);
        return VocabularyFindings.counted(words.size(), UNICODE_RULES.countWords(text.replyText()), sentences.size());
    }
}
