package dev.parlance.analysis.language;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The languages that texts come in: who reads which, and how a language is named.
///
/// A language is loaded when its first text is read. Any tag has a reader; one that nobody knows is read by
/// Unicode's plain rules.
public final class Languages {
    private static final String UNDETERMINED = "und";
    private static final Pattern PRIMARY = Pattern.compile("([A-Za-z]{2,8})(?:[-_].*)?", Pattern.DOTALL);
    private static final Set<String> KNOWN = Arrays.stream(ULocale.getAvailableLocales())
            .map(ULocale::getLanguage)
            .collect(Collectors.toUnmodifiableSet());

    /// By subtags that ICU knows, so that made-up tags cannot fill the memory.
    private final Map<String, WordReader> readers = new ConcurrentHashMap<>();

    /// The version of the rules by which words are found: a change of any lemma is a new version.
    public int version() {
        return 1;
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
        var tag = PRIMARY.matcher(bcp47.strip());
        return tag.matches() ? tag.group(1).toLowerCase(Locale.ROOT) : UNDETERMINED;
    }

    private static WordReader reader(String language) {
        return language.equals("ja") ? new UniDicWords() : new IcuWords(Locale.forLanguageTag(language));
    }
}
