package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.romance.WordSpans.Separator;
import dev.parlance.analysis.language.romance.morphology.RomanceLanguage;
import dev.parlance.analysis.language.romance.morphology.RomanceMorphology;
import java.util.Locale;
import java.util.Set;

/// Decides whether an apostrophe ends an elided word or is part of a word.
///
/// French elides few words (`l'`, `qu'`, `jusqu'`), and `aujourd'hui` is one word. Italian elides freely
/// (`quest'anno`, `bell'idea`) and truncates words (`un po'`); learners write the apostrophe for an accent (`piu'`,
/// `e'`). A name keeps its apostrophe: `D'Alema`, `O'Neill`.
final class Elisions {
    private static final Set<String> FRENCH_ELIDED =
            Set.of("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu");
    private static final Set<String> FRENCH_UNSPLIT = Set.of("l'on", "c'est-à-dire");
    private static final Set<String> ITALIAN_NAME_PREFIXES = Set.of("d", "dell", "dall", "o");
    private static final Set<String> ITALIAN_TRUNCATED = Set.of(
            "po", "mo", "be", "to", "ca", "fe", "di", "da", "fa", "va", "sta", "de", "ne", "co", "su", "e", "a", "i");
    private static final int MAX_WORD_LENGTH = 20;

    private final RomanceLanguage language;
    private final RomanceMorphology morphology;
    private final Locale locale;

    Elisions(RomanceLanguage language, RomanceMorphology morphology) {
        this.language = language;
        this.morphology = morphology;
        this.locale = Locale.forLanguageTag(language.code());
    }

    /// One past the apostrophe of an elided word at the start of the run; `start` if there is none.
    int findEnd(String text, int start, int to, Separator before) {
        int at = start;
        while (at < to && at - start <= MAX_WORD_LENGTH && !CharacterRuns.isApostrophe(text.charAt(at))) {
            at++;
        }
        boolean inside = at + 1 < to && at > start && CharacterRuns.isApostrophe(text.charAt(at));
        boolean after = at == to && to < text.length() && CharacterRuns.isApostrophe(text.charAt(to));
        if (!inside && !after) {
            return start;
        }
        String word = text.substring(start, at).toLowerCase(locale);
        boolean elided =
                switch (language) {
                    case FRENCH -> FRENCH_ELIDED.contains(word) && !(inside && isUnsplit(text, start, to));
                    case ITALIAN ->
                        inside ? !isName(text, start, at, word, before) : morphology.isClosedClass(word + "'");
                    case PORTUGUESE -> word.equals("d") && Character.isLowerCase(text.charAt(start));
                    case SPANISH -> false;
                };
        return elided ? at + 1 : start;
    }

    private boolean isUnsplit(String text, int start, int to) {
        return to - start <= MAX_WORD_LENGTH
                && FRENCH_UNSPLIT.contains(
                        text.substring(start, to).toLowerCase(locale).replace('\u2019', '\''));
    }

    private static boolean isName(String text, int start, int apostrophe, String word, Separator before) {
        return Character.isUpperCase(text.charAt(start))
                && Character.isUpperCase(text.charAt(apostrophe + 1))
                && ITALIAN_NAME_PREFIXES.contains(word)
                && before != Separator.SENTENCE_START;
    }

    /// The end of the word with the apostrophe of an Italian truncation, or with one that stands for an accent.
    int includeTrailingApostrophe(String text, int start, int end) {
        boolean hasApostrophe = language == RomanceLanguage.ITALIAN
                && end < text.length()
                && CharacterRuns.isApostrophe(text.charAt(end))
                && !(start > 0 && CharacterRuns.isApostrophe(text.charAt(start - 1)))
                && end - start <= MAX_WORD_LENGTH;
        if (!hasApostrophe) {
            return end;
        }
        String word = text.substring(start, end).toLowerCase(locale);
        return ITALIAN_TRUNCATED.contains(word) || morphology.lacksLastAccent(word) ? end + 1 : end;
    }
}
