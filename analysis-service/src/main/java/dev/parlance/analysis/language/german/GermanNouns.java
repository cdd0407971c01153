package dev.parlance.analysis.language.german;

import dev.parlance.analysis.language.dictionary.MorphologicalDictionary;
import java.util.List;
import java.util.Locale;

/// Lemmas of German nouns and names. A compound that is not in the dictionary is inflected as its head, the longest
/// last part that is: `Parfümkreationen` as `Kreationen`.
final class GermanNouns {
    static final String NOUN = "SUB";
    static final String NAME = "EIG";

    private static final int MIN_HEAD_LENGTH = 3;
    private static final int MIN_NAME_HEAD_LENGTH = 5;
    private static final int MIN_MODIFIER_LENGTH = 2;

    private final MorphologicalDictionary dictionary;

    GermanNouns(MorphologicalDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /// The lemma with an initial capital.
    String noun(String form, String lower) {
        String capitalised = capitalised(lower);
        String lemma = lemma(dictionary.entries(capitalised), capitalised, NOUN);
        if (lemma == null) {
            lemma = lemma(dictionary.entries(form), form, NAME);
        }
        if (lemma == null) {
            lemma = compound(capitalised, lower, MIN_HEAD_LENGTH);
        }
        if (lemma != null) {
            return lemma;
        }
        return isUpper(form) ? form : capitalised;
    }

    /// By the longest last part that the dictionary has; null if there is none.
    private String compound(String capitalised, String lower, int minHeadLength) {
        int longestHeadStart = Math.max(MIN_MODIFIER_LENGTH, lower.length() - MorphologicalDictionary.MAX_FORM_LENGTH);
        for (int headStart = longestHeadStart; headStart <= lower.length() - minHeadLength; headStart++) {
            String headForm = capitalised(lower.substring(headStart));
            String lemma = lemma(dictionary.entries(headForm), headForm, NOUN);
            if (lemma != null) {
                return capitalised.substring(0, headStart) + lemma.toLowerCase(Locale.GERMAN);
            }
        }
        return null;
    }

    /// The lemma of a known name, the base form of a genitive, by its head for an unknown one; else as written.
    String properNoun(String form, String lower) {
        var entries = dictionary.entries(form);
        String lemma = lemma(entries, form, NAME);
        if (lemma == null) {
            lemma = lemma(entries, form, NOUN);
        }
        if (lemma == null && isGenitiveOfName(form)) {
            lemma = form.substring(0, form.length() - 1);
        }
        if (lemma == null && form.length() > 1 && !isUpper(form)) {
            lemma = compound(form, lower, MIN_NAME_HEAD_LENGTH);
        }
        return lemma == null ? form : lemma;
    }

    private boolean isGenitiveOfName(String form) {
        int last = form.length() - 1;
        return last > MIN_HEAD_LENGTH
                && form.charAt(last) == 's'
                && lemma(dictionary.entries(form.substring(0, last)), form, NAME) != null;
    }

    /// The form itself if it is a lemma with this tag, else the first such lemma; null if there is none. Lemmas of
    /// several words (`Rad fahren` for `fahren`) are left out, nominalized infinitives come last: `Frage` for
    /// `Fragen`.
    static String lemma(List<MorphologicalDictionary.DictionaryEntry> entries, String form, String tag) {
        String lemma = null;
        String infinitive = null;
        for (var entry : entries) {
            if (entry.tag().startsWith(tag) && entry.lemma().indexOf(' ') < 0) {
                if (tag.equals(NOUN) && entry.tag().endsWith(":INF")) {
                    infinitive = entry.lemma();
                } else if (entry.lemma().equals(form)) {
                    return form;
                } else if (lemma == null) {
                    lemma = entry.lemma();
                }
            }
        }
        return lemma == null ? infinitive : lemma;
    }

    static String capitalised(String lower) {
        return lower.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.GERMAN) + lower.substring(1);
    }

    static boolean isUpper(String form) {
        return form.length() > 1 && form.equals(form.toUpperCase(Locale.GERMAN));
    }
}
