package dev.parlance.analysis.language;

import java.util.List;
import java.util.Locale;

/// German nouns and names as a dictionary lists them. A compound that it does not have is bent as its longest last
/// part is that it has: `Parfümkreationen` as `Kreationen`.
final class GermanNouns {
    static final String NOUN = "SUB";
    static final String NAME = "EIG";

    private static final int SHORTEST_HEAD = 3;
    private static final int SHORTEST_HEAD_OF_NAME = 5;
    private static final int SHORTEST_MODIFIER = 2;

    private final Morphology morphology;

    GermanNouns(Morphology morphology) {
        this.morphology = morphology;
    }

    /// The form to show: with a capital, of a compound as its last part is bent.
    String noun(String form, String lower) {
        String capitalised = capitalised(lower);
        String lemma = lemma(morphology.readings(capitalised), capitalised, NOUN);
        if (lemma == null) {
            lemma = lemma(morphology.readings(form), form, NAME);
        }
        if (lemma == null) {
            lemma = compound(capitalised, lower, SHORTEST_HEAD);
        }
        if (lemma != null) {
            return lemma;
        }
        return isUpper(form) ? form : capitalised;
    }

    /// As its longest last part is bent that the dictionary knows; null if it knows none.
    private String compound(String capitalised, String lower, int shortestHead) {
        int longest = Math.max(SHORTEST_MODIFIER, lower.length() - Morphology.LONGEST);
        for (int head = longest; head <= lower.length() - shortestHead; head++) {
            String rest = capitalised(lower.substring(head));
            String lemma = lemma(morphology.readings(rest), rest, NOUN);
            if (lemma != null) {
                return capitalised.substring(0, head) + lemma.toLowerCase(Locale.GERMAN);
            }
        }
        return null;
    }

    /// As written, but for a genitive; an unknown one as its last part is bent.
    String properNoun(String form, String lower) {
        var readings = morphology.readings(form);
        String lemma = lemma(readings, form, NAME);
        if (lemma == null) {
            lemma = lemma(readings, form, NOUN);
        }
        if (lemma == null && isGenitiveOfName(form)) {
            lemma = form.substring(0, form.length() - 1);
        }
        if (lemma == null && form.length() > 1 && !isUpper(form)) {
            lemma = compound(form, lower, SHORTEST_HEAD_OF_NAME);
        }
        return lemma == null ? form : lemma;
    }

    private boolean isGenitiveOfName(String form) {
        int last = form.length() - 1;
        return last > SHORTEST_HEAD
                && form.charAt(last) == 's'
                && lemma(morphology.readings(form.substring(0, last)), form, NAME) != null;
    }

    /// The form itself if it is a lemma, else the first one; null if there is none. Not `Rad fahren` of `fahren`,
    /// and a verb that is used as a noun only where there is no other noun: `Fragen` are of `Frage`.
    static String lemma(List<Morphology.Reading> readings, String form, String tag) {
        String lemma = null;
        String infinitive = null;
        for (var reading : readings) {
            if (reading.tag().startsWith(tag) && reading.lemma().indexOf(' ') < 0) {
                if (tag.equals(NOUN) && reading.tag().endsWith(":INF")) {
                    infinitive = reading.lemma();
                } else if (reading.lemma().equals(form)) {
                    return form;
                } else if (lemma == null) {
                    lemma = reading.lemma();
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
