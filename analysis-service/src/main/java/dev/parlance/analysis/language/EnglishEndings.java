package dev.parlance.analysis.language;

/// Lemmas of English forms that no dictionary lists, by their endings; a guess is checked against the dictionary
/// where it can be.
final class EnglishEndings {
    private static final int SHORTEST_STEM = 3;

    private final Morphology morphology;

    EnglishEndings(Morphology morphology) {
        this.morphology = morphology;
    }

    /// @param lower a form in lower case that the dictionary does not know
    String lemma(String lower, PartOfSpeech partOfSpeech) {
        return switch (partOfSpeech) {
            case NOUN -> noun(lower);
            case VERB -> verb(lower);
            default -> lower;
        };
    }

    /// `sooooo` is `so`, `prettty` is `pretty`: a letter that is written three times or more was drawn out. The
    /// form itself if no word is found that way.
    String withoutDrawl(String lower) {
        for (int kept = 2; kept > 0; kept--) {
            var shorter = new StringBuilder();
            for (int i = 0; i < lower.length(); i++) {
                if (!isDrawnOut(lower, i) || runBefore(lower, i) < kept) {
                    shorter.append(lower.charAt(i));
                }
            }
            if (shorter.length() == lower.length()) {
                return lower;
            }
            if (!morphology.readings(shorter.toString()).isEmpty()) {
                return shorter.toString();
            }
        }
        return lower;
    }

    /// Whether the same letter stands three times around here.
    private static boolean isDrawnOut(String form, int at) {
        int end = at;
        while (end + 1 < form.length() && end - at < 2 && form.charAt(end + 1) == form.charAt(at)) {
            end++;
        }
        return runBefore(form, at) + end - at >= 2;
    }

    /// How many of the same letter stand before it; no more than two are counted.
    private static int runBefore(String form, int at) {
        int start = at;
        while (start > 0 && at - start < 2 && form.charAt(start - 1) == form.charAt(at)) {
            start--;
        }
        return at - start;
    }

    private String noun(String form) {
        int hyphen = form.lastIndexOf('-');
        if (Letters.isName(form) || (hyphen > 0 && !isPlural(form.substring(hyphen + 1)))) {
            return form;
        }
        return withoutS(form);
    }

    private boolean isPlural(String form) {
        return morphology.readings(form).stream()
                .anyMatch(reading -> reading.tag().equals("NNS"));
    }

    private static String withoutS(String form) {
        int length = form.length();
        boolean plural = form.endsWith("s") && !form.endsWith("ss") && !form.endsWith("us") && !form.endsWith("is");
        if (length <= SHORTEST_STEM || !plural) {
            return form;
        }
        if (form.endsWith("ies") && length > SHORTEST_STEM + 1) {
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
        if (form.endsWith("ing") && length > SHORTEST_STEM + 2) {
            return stem(form.substring(0, length - 3));
        }
        if (form.endsWith("ied") && length > SHORTEST_STEM + 1) {
            return form.substring(0, length - 3) + "y";
        }
        if (form.endsWith("ed") && length > SHORTEST_STEM + 1) {
            return stem(form.substring(0, length - 2));
        }
        return withoutS(form);
    }

    private boolean isGerund(String form) {
        return morphology.readings(form).stream()
                .anyMatch(reading -> reading.tag().equals("VBG"));
    }

    /// `hop`, `hope` or `hopp`: whichever the dictionary knows as a verb.
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
        return morphology.readings(form).stream()
                .anyMatch(reading -> reading.tag().equals("VB"));
    }
}
