package dev.parlance.analysis.language.english;

import dev.parlance.analysis.language.dictionary.MorphologicalDictionary;
import dev.parlance.analysis.language.text.CharacterClasses;
import dev.parlance.analysis.language.text.PartOfSpeech;

/// Lemmas of English forms that are not in the dictionary, by their endings. A guessed verb is checked against the
/// dictionary.
final class EnglishEndings {
    private static final int MIN_STEM_LENGTH = 3;

    private final MorphologicalDictionary dictionary;

    EnglishEndings(MorphologicalDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /// @param lower a form in lower case that is not in the dictionary
    String lemma(String lower, PartOfSpeech partOfSpeech) {
        return switch (partOfSpeech) {
            case NOUN -> noun(lower);
            case VERB -> verb(lower);
            default -> lower;
        };
    }

    /// `so` of `sooooo`, `pretty` of `prettty`: a letter that is written three times or more counts as elongated.
    /// The form itself if the dictionary has none without elongation.
    String withoutElongation(String lower) {
        for (int kept = 2; kept > 0; kept--) {
            var shorter = new StringBuilder();
            for (int i = 0; i < lower.length(); i++) {
                if (!isElongated(lower, i) || repeatsBefore(lower, i) < kept) {
                    shorter.append(lower.charAt(i));
                }
            }
            if (shorter.length() == lower.length()) {
                return lower;
            }
            if (!dictionary.entries(shorter.toString()).isEmpty()) {
                return shorter.toString();
            }
        }
        return lower;
    }

    /// Whether this letter is one of three or more equal ones in a row.
    private static boolean isElongated(String form, int at) {
        int end = at;
        while (end + 1 < form.length() && end - at < 2 && form.charAt(end + 1) == form.charAt(at)) {
            end++;
        }
        return repeatsBefore(form, at) + end - at >= 2;
    }

    /// How many equal letters precede it, at most 2.
    private static int repeatsBefore(String form, int at) {
        int start = at;
        while (start > 0 && at - start < 2 && form.charAt(start - 1) == form.charAt(at)) {
            start--;
        }
        return at - start;
    }

    private String noun(String form) {
        int hyphen = form.lastIndexOf('-');
        if (CharacterClasses.hasDigitOrAddressMark(form) || (hyphen > 0 && !isPlural(form.substring(hyphen + 1)))) {
            return form;
        }
        return withoutS(form);
    }

    private boolean isPlural(String form) {
        return dictionary.entries(form).stream().anyMatch(entry -> entry.tag().equals("NNS"));
    }

    private static String withoutS(String form) {
        int length = form.length();
        boolean plural = form.endsWith("s") && !form.endsWith("ss") && !form.endsWith("us") && !form.endsWith("is");
        if (length <= MIN_STEM_LENGTH || !plural) {
            return form;
        }
        if (form.endsWith("ies") && length > MIN_STEM_LENGTH + 1) {
            return form.substring(0, length - 3) + "y";
        }
        boolean es = form.endsWith("sses")
                || form.endsWith("shes")
                || form.endsWith("ches")
                || form.endsWith("xes")
                || form.endsWith("zzes");
        return form.substring(0, length - (es ? 2 : 1));
    }

    private String verb(String form) {
        int length = form.length();
        if (form.endsWith("in") && isGerund(form + "g")) {
            return stem(form.substring(0, length - 2)); // goin
        }
        if (form.endsWith("ing") && length > MIN_STEM_LENGTH + 2) {
            return stem(form.substring(0, length - 3));
        }
        if (form.endsWith("ied") && length > MIN_STEM_LENGTH + 1) {
            return form.substring(0, length - 3) + "y";
        }
        if (form.endsWith("ed") && length > MIN_STEM_LENGTH + 1) {
            return stem(form.substring(0, length - 2));
        }
        return withoutS(form);
    }

    private boolean isGerund(String form) {
        return dictionary.entries(form).stream().anyMatch(entry -> entry.tag().equals("VBG"));
    }

    /// `hop`, `hope` or `hopp`: the one that the dictionary has as a verb.
    private String stem(String stem) {
        int length = stem.length();
        boolean doubled = length > 2 && stem.charAt(length - 1) == stem.charAt(length - 2);
        String single = doubled ? stem.substring(0, length - 1) : stem;
        if (isVerb(stem)) {
            return stem;
        }
        if (isVerb(stem + "e")) {
            return stem + "e";
        }
        return isVerb(single) || "bdgmnprt".indexOf(stem.charAt(length - 1)) >= 0 ? single : stem;
    }

    private boolean isVerb(String form) {
        return dictionary.entries(form).stream().anyMatch(entry -> entry.tag().equals("VB"));
    }
}
