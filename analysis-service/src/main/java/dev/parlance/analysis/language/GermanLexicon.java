package dev.parlance.analysis.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of German: a reviewed table of the closed classes first, then the dictionary, then the last part of a
/// compound, then endings.
///
/// A participle that is bent as an adjective is its own lemma (`bestellte` is `bestellt`), one that is not bent is
/// its verb's (`ich bin begeistert`: `begeistern`), as in the treebank GSD.
final class GermanLexicon implements Lexicon {
    private static final int SHORTEST_HEAD = 3;
    private static final int SHORTEST_HEAD_OF_NAME = 5;
    private static final int SHORTEST_MODIFIER = 2;
    private static final String NOUN = "SUB";
    private static final String NAME = "EIG";
    private static final String VERB = "VER";
    private static final String PARTICIPLE = "VER:PA2";
    private static final String ADJECTIVE = "ADJ";

    private final Morphology morphology;
    private final ClosedForms closed;

    GermanLexicon(Morphology morphology, ClosedForms closed) {
        this.morphology = morphology;
        this.closed = closed;
    }

    @Override
    public String lemma(String form, PartOfSpeech partOfSpeech) {
        String lower = form.toLowerCase(Locale.GERMAN);
        String listed = closed.lemma(lower, partOfSpeech);
        if (listed != null) {
            return listed;
        }
        return switch (partOfSpeech) {
            case NOUN -> noun(form, lower);
            case PROPN -> properNoun(form, lower);
            case VERB, AUX -> verb(lower);
            case ADJ -> adjective(form, lower);
            case ADV -> adverb(lower);
            case ADP, CCONJ, DET, INTJ, NUM, PART, PRON, SCONJ, SYM, X -> lower;
        };
    }

    private String noun(String form, String lower) {
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

    private String properNoun(String form, String lower) {
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

    private String verb(String lower) {
        var readings = morphology.readings(lower);
        String lemma = lemma(readings, lower, VERB);
        if (lemma == null) {
            lemma = lemma(readings, lower, ADJECTIVE);
        }
        return lemma == null ? lower : lemma;
    }

    private String adverb(String lower) {
        var readings = morphology.readings(lower);
        String comparative = isKnownAs(readings, "ADV") ? null : lemma(readings, lower, ADJECTIVE);
        return comparative == null ? lower : comparative;
    }

    private String adjective(String form, String lower) {
        if (!form.equals(lower) && lower.endsWith("er") && isKnownAs(morphology.readings(form), NOUN)) {
            return form; // Kölner Dom
        }
        var readings = morphology.readings(lower);
        for (String tag : List.of(ADJECTIVE, PARTICIPLE, "PA2", "PA1", VERB)) {
            String lemma = shortest(readings, lower, tag);
            if (lemma != null) {
                return lemma;
            }
        }
        return readings.isEmpty() ? withoutEnding(lower) : lower;
    }

    private static String withoutEnding(String lower) {
        for (String ending : List.of("en", "em", "er", "es", "e")) {
            if (lower.endsWith(ending) && lower.length() > ending.length() + SHORTEST_HEAD) {
                return lower.substring(0, lower.length() - ending.length());
            }
        }
        return lower;
    }

    private static boolean isKnownAs(List<Morphology.Reading> readings, String tag) {
        return readings.stream().anyMatch(reading -> reading.tag().startsWith(tag));
    }

    /// The form itself if it is a lemma, else the first one; null if there is none. Not `Rad fahren` of `fahren`,
    /// and a verb that is used as a noun only where there is no other noun: `Fragen` are of `Frage`.
    private static String lemma(List<Morphology.Reading> readings, String form, String tag) {
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

    /// Of `erst` and `erste`, both of which the dictionary has, the one without an ending.
    private static String shortest(List<Morphology.Reading> readings, String form, String tag) {
        String lemma = null;
        for (var reading : readings) {
            if (reading.tag().startsWith(tag)) {
                boolean own = reading.lemma().equals(form) && reading.tag().contains(":PRD:GRU");
                if (own) {
                    return form;
                }
                lemma = lemma == null || reading.lemma().length() < lemma.length() ? reading.lemma() : lemma;
            }
        }
        return lemma;
    }

    private static String capitalised(String lower) {
        return lower.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.GERMAN) + lower.substring(1);
    }

    private static boolean isUpper(String form) {
        return form.length() > 1 && form.equals(form.toUpperCase(Locale.GERMAN));
    }

    @Override
    public Set<PartOfSpeech> partsOfSpeech(String surface, boolean first) {
        String lower = surface.toLowerCase(Locale.GERMAN);
        boolean capital = !surface.equals(lower);
        var possible = EnumSet.noneOf(PartOfSpeech.class);
        boolean known = add(possible, morphology.readings(surface));
        if (known && capital && (first || isUpper(surface))) {
            known = add(possible, morphology.readings(lower)) && add(possible, morphology.readings(capitalised(lower)));
        }
        if (known && !capital) {
            known = add(possible, morphology.readings(capitalised(lower))); // learners forget capitals
        }
        if (capital && !possible.isEmpty()) {
            possible.add(PartOfSpeech.PROPN);
        }
        return known ? possible : Set.of();
    }

    /// False if the form may be of a closed class, of which the dictionary tells too little.
    private static boolean add(Set<PartOfSpeech> possible, List<Morphology.Reading> readings) {
        for (var reading : readings) {
            switch (reading.tag().substring(0, Math.min(3, reading.tag().length()))) {
                case NOUN -> possible.add(PartOfSpeech.NOUN);
                case NAME -> possible.add(PartOfSpeech.PROPN);
                case VERB -> possible.add(PartOfSpeech.VERB);
                case ADJECTIVE -> {
                    possible.add(PartOfSpeech.ADJ);
                    possible.add(PartOfSpeech.ADV);
                }
                case "PA1", "PA2" -> possible.add(PartOfSpeech.ADJ);
                case "ADV" -> possible.add(PartOfSpeech.ADV);
                default -> {
                    return false;
                }
            }
        }
        return true;
    }
}
