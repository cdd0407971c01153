package dev.parlance.analysis.language;

import com.ibm.icu.util.ULocale;
import dev.parlance.analysis.language.romance.RomanceLanguage;
import dev.parlance.analysis.language.romance.RomanceWords;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The languages that texts come in: who reads which, and how a language is named.
///
/// A language is loaded when its first text is read. Any tag has a reader; one that nobody knows is read by
/// Unicode's plain rules.
public final class Languages {
    public static final String UNDETERMINED = "und";

    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;
    private static final Set<String> KNOWN = Arrays.stream(ULocale.getAvailableLocales())
            .map(ULocale::getLanguage)
            .collect(Collectors.toUnmodifiableSet());

    /// By subtags that ICU knows, so that made-up tags cannot fill the memory.
    private final Map<String, WordReader> readers = new ConcurrentHashMap<>();

    /// The version of the rules by which words are found: a change of any lemma is a new version.
    public int version() {
        return 2;
    }

    public WordReader readerFor(String bcp47) {
        String language = primarySubtag(bcp47);
        return readers.computeIfAbsent(KNOWN.contains(language) ? language : UNDETERMINED, Languages::reader);
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

    private static WordReader reader(String language) {
        return switch (language) {
            case "ja" -> new UniDicWords();
            case "it" -> RomanceWords.load(RomanceLanguage.ITALIAN, new IcuWords(language));
            case "es" -> RomanceWords.load(RomanceLanguage.SPANISH, new IcuWords(language));
            case "fr" -> RomanceWords.load(RomanceLanguage.FRENCH, new IcuWords(language));
            case "pt" -> RomanceWords.load(RomanceLanguage.PORTUGUESE, new IcuWords(language));
            default -> new IcuWords(language);
        };
    }
}
