package dev.parlance.analysis.language;

import com.ibm.icu.util.ULocale;
import dev.parlance.analysis.language.romance.RomanceLanguage;
import dev.parlance.analysis.language.romance.RomanceWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// The languages that texts come in: who reads which, and how a language is named.
///
/// A language is loaded when its first text is read. Any tag has a reader; one that has none of its own is read by
/// Unicode's plain rules.
public final class Languages {
    public static final String UNDETERMINED = "und";

    /// A guess among 103 languages that is less sure than this tells nothing.
    private static final double LIKELY = 0.1;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;
    private static final Set<String> HAVE_THEIR_OWN = Set.of("de", "en", "es", "fr", "it", "ja", "ko", "pt", "zh");
    private static final Set<String> KNOWN = Arrays.stream(ULocale.getAvailableLocales())
            .map(ULocale::getLanguage)
            .collect(Collectors.toUnmodifiableSet());

    /// By subtags that ICU knows, so that made-up tags cannot fill the memory.
    private final Map<String, WordReader> plain = new ConcurrentHashMap<>();
    private final Readers readers;

    public Languages() {
        this(Languages::reader, System::nanoTime);
    }

    /// @param reader makes the reader of a language that has its own; it may throw
    Languages(Function<String, WordReader> reader, LongSupplier nanoTime) {
        this.readers = new Readers(reader, nanoTime);
    }

    /// The version of the rules by which words are found: a change of any lemma is a new version.
    public int version() {
        return 2;
    }

    /// Begins to load a language, so that it is at hand when the first text comes.
    public void load(String bcp47) {
        String language = primarySubtag(bcp47);
        if (HAVE_THEIR_OWN.contains(language)) {
            var _ = readers.within(language, Duration.ZERO);
        }
    }

    /// Takes a text apart, however long it takes to load its languages.
    ///
    /// @param bcp47 its language, as its sender says, `und` where there is none; null: it is detected
    /// @throws IllegalStateException if a language could not be loaded
    public ReadText read(String text, String bcp47) {
        return read(text, bcp47, language -> Optional.of(readerFor(language)));
    }

    /// Takes a text apart; by Unicode's plain rules where a language is not at hand.
    ///
    /// @param patience how long to wait for a language that is being loaded
    public ReadText readWithin(Duration patience, String text, String bcp47) {
        return read(text, bcp47, language -> readerWithin(patience, language));
    }

    /// How many words a text has, all of it in the language that its sender says.
    public int countWithin(Duration patience, String text, String bcp47) {
        String language = primarySubtag(bcp47);
        return readerWithin(patience, language).orElseGet(() -> plain(language)).count(text);
    }

    /// In which band of frequency a word of a text is, 1 for the most frequent to 5 ([Bands]); null where nothing
    /// tells, or its language is not at hand.
    public Integer band(Token word) {
        return HAVE_THEIR_OWN.contains(word.language())
                ? readers.within(word.language(), Duration.ZERO)
                        .map(reader -> reader.band(word))
                        .orElse(null)
                : null;
    }

    private ReadText read(String text, String bcp47, Function<String, Optional<WordReader>> readers) {
        String said = primarySubtag(bcp47);
        LanguageGuess guess = bcp47 == null ? LanguageDetection.guess(text, HAVE_THEIR_OWN) : LanguageGuess.said(said);
        String language = guess.confidence() < LIKELY ? UNDETERMINED : guess.language();
        List<Token> words = new ArrayList<>(text.length() / 4 + 1);
        boolean provisional = false;
        for (Stretch stretch : Stretches.of(text, language, HAVE_THEIR_OWN)) {
            Optional<WordReader> reader = readers.apply(stretch.language());
            provisional |= reader.isEmpty();
            for (Token word : reader.orElseGet(() -> plain(stretch.language()))
                    .words(text.substring(stretch.start(), stretch.end()))) {
                words.add(stretch.start() == 0 ? word : word.after(stretch.start()));
            }
        }
        return new ReadText(language, guess.confidence(), words, Sentences.of(text, language, words), provisional);
    }

    private Optional<WordReader> readerWithin(Duration patience, String language) {
        return HAVE_THEIR_OWN.contains(language) ? readers.within(language, patience) : Optional.of(plain(language));
    }

    /// The reader of a language, however long it takes to load it.
    ///
    /// @throws IllegalStateException if it could not be loaded
    public WordReader readerFor(String bcp47) {
        String language = primarySubtag(bcp47);
        return HAVE_THEIR_OWN.contains(language) ? readers.get(language) : plain(language);
    }

    private WordReader plain(String language) {
        return plain.computeIfAbsent(KNOWN.contains(language) ? language : UNDETERMINED, IcuWords::new);
    }

    /// `pt` of `pt-BR`, in lower case; `und` where there is no language in it.
    public static String primarySubtag(String bcp47) {
        if (bcp47 == null) {
            return UNDETERMINED;
        }
        String tag = bcp47.strip();
        int end = 0;
        while (end < tag.length() && isLetter(tag.charAt(end))) {
            end++;
        }
        boolean whole = end == tag.length() || tag.charAt(end) == '-' || tag.charAt(end) == '_';
        return whole && end >= SHORTEST && end <= LONGEST
                ? tag.substring(0, end).toLowerCase(Locale.ROOT)
                : UNDETERMINED;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /// Only of those that have their own.
    private static WordReader reader(String language) {
        return switch (language) {
            case "de" -> GermanWords.reader();
            case "en" -> EnglishWords.reader();
            case "es" -> RomanceWords.load(RomanceLanguage.SPANISH, new IcuWords(language));
            case "fr" -> RomanceWords.load(RomanceLanguage.FRENCH, new IcuWords(language));
            case "it" -> RomanceWords.load(RomanceLanguage.ITALIAN, new IcuWords(language));
            case "ja" -> new UniDicWords();
            case "ko" -> new KoreanWords();
            case "pt" -> RomanceWords.load(RomanceLanguage.PORTUGUESE, new IcuWords(language));
            case "zh" -> new ChineseWords();
            default -> throw new IllegalArgumentException("No reader of its own: " + language);
        };
    }
}
