package dev.parlance.analysis.language;

import com.ibm.icu.util.ULocale;
import dev.parlance.analysis.language.chinese.ChineseTokenizer;
import dev.parlance.analysis.language.detection.LanguageDetection;
import dev.parlance.analysis.language.detection.LanguageGuess;
import dev.parlance.analysis.language.detection.LanguageSegmenter;
import dev.parlance.analysis.language.detection.LanguageSpan;
import dev.parlance.analysis.language.english.EnglishTokenizer;
import dev.parlance.analysis.language.german.GermanTokenizer;
import dev.parlance.analysis.language.japanese.JapaneseTokenizer;
import dev.parlance.analysis.language.korean.KoreanWordTokenizer;
import dev.parlance.analysis.language.romance.RomanceTokenizer;
import dev.parlance.analysis.language.romance.morphology.RomanceLanguage;
import dev.parlance.analysis.language.text.IcuTokenizer;
import dev.parlance.analysis.language.text.LanguageCode;
import dev.parlance.analysis.language.text.LongWords;
import dev.parlance.analysis.language.text.SentenceSplitter;
import dev.parlance.analysis.language.text.Token;
import dev.parlance.analysis.language.text.TokenizedText;
import dev.parlance.analysis.language.text.Tokenizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Tokenizes texts in any language, and finds out which language a text or a part of it is in.
///
/// A language's dictionaries are loaded when its first text is tokenized. A language without a tokenizer of its own is
/// tokenized by Unicode's word boundaries ([IcuTokenizer]).
public final class Languages {
    /// Below it a guess among 103 languages is ignored, and the text's language is `und`.
    private static final double MIN_CONFIDENCE = 0.1;
    private static final Set<String> LANGUAGES_WITH_TOKENIZER =
            Set.of("de", "en", "es", "fr", "it", "ja", "ko", "pt", "zh");
    private static final Set<String> ICU_LANGUAGES = Arrays.stream(ULocale.getAvailableLocales())
            .map(ULocale::getLanguage)
            .collect(Collectors.toUnmodifiableSet());

    /// Keyed by languages that ICU knows, so that invented codes cannot fill the memory.
    private final Map<String, Tokenizer> fallbackTokenizer = new ConcurrentHashMap<>();
    private final TokenizerRegistry registry;

    public Languages() {
        this(Languages::createTokenizer, System::nanoTime);
    }

    /// @param factory creates the tokenizer of a language that has its own; may throw
    Languages(Function<String, Tokenizer> factory, LongSupplier nanoTime) {
        this.registry = new TokenizerRegistry(factory, nanoTime);
    }

    /// The version of the tokenization rules: a change of any lemma needs a new version.
    public int version() {
        return 3;
    }

    /// Starts to load a language in the background, before its first text arrives.
    public void startLoading(String bcp47) {
        String language = LanguageCode.primarySubtag(bcp47);
        if (LANGUAGES_WITH_TOKENIZER.contains(language)) {
            var _ = registry.getWithin(language, Duration.ZERO);
        }
    }

    /// Tokenizes a text; waits until its languages are loaded.
    ///
    /// @param bcp47 the declared language, `und` if nobody knows it; null to detect it
    /// @throws IllegalStateException if a language could not be loaded
    public TokenizedText tokenize(String text, String bcp47) {
        return tokenize(text, bcp47, language -> Optional.of(tokenizerFor(language)));
    }

    /// Tokenizes a text; by Unicode's word boundaries where a language is not loaded in time.
    ///
    /// @param timeout how long to wait for each language that is being loaded
    public TokenizedText tokenizeWithin(Duration timeout, String text, String bcp47) {
        return tokenize(text, bcp47, language -> tokenizerWithin(timeout, language));
    }

    /// How many words a text has if all of it is in the declared language.
    ///
    /// @param timeout how long to wait for the language if it is being loaded
    public int countWordsWithin(Duration timeout, String text, String bcp47) {
        String language = LanguageCode.primarySubtag(bcp47);
        return tokenizerWithin(timeout, language)
                .orElseGet(() -> fallbackTokenizer(language))
                .countWords(text);
    }

    /// The frequency band of a word of a text, 1 (most frequent) to 5, see [FrequencyBands]; null if there is no
    /// source for it, or its language is not loaded.
    public Integer frequencyBand(Token word) {
        return LANGUAGES_WITH_TOKENIZER.contains(word.language())
                ? registry.getWithin(word.language(), Duration.ZERO)
                        .map(tokenizer -> tokenizer.frequencyBand(word))
                        .orElse(null)
                : null;
    }

    private TokenizedText tokenize(String text, String bcp47, Function<String, Optional<Tokenizer>> tokenizers) {
        LanguageGuess guess = bcp47 == null
                ? LanguageDetection.detect(text, LANGUAGES_WITH_TOKENIZER)
                : LanguageGuess.declared(LanguageCode.primarySubtag(bcp47));
        String language = guess.confidence() < MIN_CONFIDENCE ? LanguageCode.UNDETERMINED : guess.language();
        int[] boundaries = SentenceSplitter.boundaries(text, language);
        List<Token> words = new ArrayList<>(text.length() / 4 + 1);
        boolean provisional = false;
        for (LanguageSpan span : LanguageSegmenter.segment(text, boundaries, language, LANGUAGES_WITH_TOKENIZER)) {
            Optional<Tokenizer> tokenizer = tokenizers.apply(span.language());
            provisional |= tokenizer.isEmpty();
            tokenizer
                    .orElseGet(() -> fallbackTokenizer(span.language()))
                    .tokenize(text, span.start(), span.end())
                    .forEach(word -> words.add(LongWords.shorten(word)));
        }
        return new TokenizedText(
                language, guess.confidence(), words, SentenceSplitter.split(text, boundaries, words), provisional);
    }

    private Optional<Tokenizer> tokenizerWithin(Duration timeout, String language) {
        return LANGUAGES_WITH_TOKENIZER.contains(language)
                ? registry.getWithin(language, timeout)
                : Optional.of(fallbackTokenizer(language));
    }

    /// The tokenizer of a language; waits until it is loaded.
    ///
    /// @throws IllegalStateException if it could not be loaded
    public Tokenizer tokenizerFor(String bcp47) {
        String language = LanguageCode.primarySubtag(bcp47);
        return LANGUAGES_WITH_TOKENIZER.contains(language) ? registry.get(language) : fallbackTokenizer(language);
    }

    private Tokenizer fallbackTokenizer(String language) {
        return fallbackTokenizer.computeIfAbsent(
                ICU_LANGUAGES.contains(language) ? language : LanguageCode.UNDETERMINED, IcuTokenizer::new);
    }

    /// For [#LANGUAGES_WITH_TOKENIZER] only.
    private static Tokenizer createTokenizer(String language) {
        return switch (language) {
            case "de" -> GermanTokenizer.instance();
            case "en" -> EnglishTokenizer.instance();
            case "es" -> RomanceTokenizer.load(RomanceLanguage.SPANISH, new IcuTokenizer(language));
            case "fr" -> RomanceTokenizer.load(RomanceLanguage.FRENCH, new IcuTokenizer(language));
            case "it" -> RomanceTokenizer.load(RomanceLanguage.ITALIAN, new IcuTokenizer(language));
            case "ja" -> new JapaneseTokenizer();
            case "ko" -> new KoreanWordTokenizer();
            case "pt" -> RomanceTokenizer.load(RomanceLanguage.PORTUGUESE, new IcuTokenizer(language));
            case "zh" -> new ChineseTokenizer();
            default -> throw new IllegalArgumentException("No tokenizer of its own: " + language);
        };
    }
}
