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
    private static final int SHORTEST_STEM = 3;
    private static final String VERB = "VER";
    private static final String PARTICIPLE = "VER:PA2";
    private static final String ADJECTIVE = "ADJ";

    private final Morphology morphology;
    private final GermanNouns nouns;
    private final ClosedForms closed;

    GermanLexicon(Morphology morphology, ClosedForms closed) {
        this.morphology = morphology;
        this.nouns = new GermanNouns(morphology);
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
            case NOUN -> nouns.noun(form, lower);
            case PROPN -> nouns.properNoun(form, lower);
            case VERB, AUX -> verb(lower);
            case ADJ -> adjective(form, lower);
            case ADV -> adverb(lower);
            case ADP, CCONJ, DET, INTJ, NUM, PART, PRON, SCONJ, SYM, X -> lower;
        };
    }

    private String verb(String lower) {
        var readings = morphology.readings(lower);
        String lemma = GermanNouns.lemma(readings, lower, VERB);
        if (lemma == null) {
            lemma = GermanNouns.lemma(readings, lower, ADJECTIVE);
        }
        return lemma == null ? lower : lemma;
    }

    private String adverb(String lower) {
        var readings = morphology.readings(lower);
        String comparative = isKnownAs(readings, "ADV") ? null : GermanNouns.lemma(readings, lower, ADJECTIVE);
        return comparative == null ? lower : comparative;
    }

    private String adjective(String form, String lower) {
        if (!form.equals(lower) && lower.endsWith("er") && isKnownAs(morphology.readings(form), GermanNouns.NOUN)) {
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
            if (lower.endsWith(ending) && lower.length() > ending.length() + SHORTEST_STEM) {
                return lower.substring(0, lower.length() - ending.length());
            }
        }
        return lower;
    }

    private static boolean isKnownAs(List<Morphology.Reading> readings, String tag) {
        return readings.stream().anyMatch(reading -> reading.tag().startsWith(tag));
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

    @Override
    public Set<PartOfSpeech> partsOfSpeech(String surface, boolean first) {
        String lower = surface.toLowerCase(Locale.GERMAN);
        boolean capital = !surface.equals(lower);
        var possible = EnumSet.noneOf(PartOfSpeech.class);
        boolean known = add(possible, morphology.readings(surface));
        if (known && capital && (first || GermanNouns.isUpper(surface))) {
            known = add(possible, morphology.readings(lower))
                    && add(possible, morphology.readings(GermanNouns.capitalised(lower)));
        }
        if (known && !capital) {
            known = add(possible, morphology.readings(GermanNouns.capitalised(lower))); // learners forget capitals
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
                case GermanNouns.NOUN -> possible.add(PartOfSpeech.NOUN);
                case GermanNouns.NAME -> possible.add(PartOfSpeech.PROPN);
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
