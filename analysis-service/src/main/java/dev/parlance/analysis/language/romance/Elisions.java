package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.romance.Cuts.Before;
import java.util.Locale;
import java.util.Set;

/// Where an apostrophe ends a word, and where it belongs to one.
///
/// French elides few words (`l'`, `qu'`, `jusqu'`), and `aujourd'hui` is one. Italian elides freely (`quest'anno`,
/// `bell'idea`) and cuts words short (`un po'`); learners write it for an accent (`piu'`, `e'`). A name keeps its
/// apostrophe: `D'Alema`, `O'Neill`.
final class Elisions {
    private static final Set<String> FRENCH =
            Set.of("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu");
    private static final Set<String> FRENCH_WHOLE = Set.of("l'on", "c'est-à-dire");
    private static final Set<String> ITALIAN_NAMES = Set.of("d", "dell", "dall", "o");
    private static final Set<String> ITALIAN_CUT_SHORT = Set.of(
            "po", "mo", "be", "to", "ca", "fe", "di", "da", "fa", "va", "sta", "de", "ne", "co", "su", "e", "a", "i");
    private static final int LONGEST = 20;

    private final RomanceLanguage language;
    private final Vocabulary vocabulary;
    private final Locale locale;

    Elisions(RomanceLanguage language, Vocabulary vocabulary) {
        this.language = language;
        this.vocabulary = vocabulary;
        this.locale = Locale.forLanguageTag(language.code());
    }

    /// One past the apostrophe that ends an elided word at the begin of the run; `start` where there is none.
    int end(String text, int start, int to, Before before) {
        int at = start;
        while (at < to && at - start <= LONGEST && !Runs.isApostrophe(text.charAt(at))) {
            at++;
        }
        boolean within = at + 1 < to && at > start && Runs.isApostrophe(text.charAt(at));
        boolean behind = at == to && to < text.length() && Runs.isApostrophe(text.charAt(to));
        if (!within && !behind) {
            return start;
        }
        String word = text.substring(start, at).toLowerCase(locale);
        boolean elided =
                switch (language) {
                    case FRENCH -> FRENCH.contains(word) && !(within && isWhole(text, start, to));
                    case ITALIAN -> within ? !isName(text, start, at, word, before) : vocabulary.isClosed(word + "'");
                    case PORTUGUESE -> word.equals("d") && Character.isLowerCase(text.charAt(start));
                    case SPANISH -> false;
                };
        return elided ? at + 1 : start;
    }

    private boolean isWhole(String text, int start, int to) {
        return to - start <= LONGEST
                && FRENCH_WHOLE.contains(
                        text.substring(start, to).toLowerCase(locale).replace('\u2019', '\''));
    }

    private static boolean isName(String text, int start, int apostrophe, String word, Before before) {
        return Character.isUpperCase(text.charAt(start))
                && Character.isUpperCase(text.charAt(apostrophe + 1))
                && ITALIAN_NAMES.contains(word)
                && before != Before.SENTENCE;
    }

    /// With the apostrophe of an Italian word cut short, or of one whose accent it stands for.
    int withTrailing(String text, int start, int end) {
        boolean apostrophe = language == RomanceLanguage.ITALIAN
                && end < text.length()
                && Runs.isApostrophe(text.charAt(end))
                && !(start > 0 && Runs.isApostrophe(text.charAt(start - 1)))
                && end - start <= LONGEST;
        if (!apostrophe) {
            return end;
        }
        String word = text.substring(start, end).toLowerCase(locale);
        return ITALIAN_CUT_SHORT.contains(word) || vocabulary.lacksLastAccent(word) ? end + 1 : end;
    }
}
