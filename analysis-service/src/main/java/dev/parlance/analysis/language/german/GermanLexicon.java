package dev.parlance.analysis.language.german;

import dev.parlance.analysis.language.dictionary.LemmaExceptions;
import dev.parlance.analysis.language.dictionary.Lexicon;
import dev.parlance.analysis.language.dictionary.MorphologicalDictionary;
import dev.parlance.analysis.language.text.PartOfSpeech;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The lexicon of German: a reviewed table of closed classes first, then the dictionary, then the head of a
/// compound, then endings.
///
/// A participle that is inflected as an adjective is its own lemma (`bestellt` for `bestellte`), an uninflected one
/// has its verb's (`ich bin begeistert`: `begeistern`), as in the treebank GSD.
final class GermanLexicon implements Lexicon {
    private static final int MIN_STEM_LENGTH = 3;
    private static final String VERB = "VER";
    private static final String PARTICIPLE = "VER:PA2";
    private static final String ADJECTIVE = "ADJ";

    private final MorphologicalDictionary dictionary;
    private final GermanNouns nouns;
    private final LemmaExceptions lemmaExceptions;

    GermanLexicon(MorphologicalDictionary dictionary, LemmaExceptions lemmaExceptions) {
        this.dictionary = dictionary;
        this.nouns = new GermanNouns(dictionary);
        this.lemmaExceptions = lemmaExceptions;
    }

    @Override
    public String lemma(String form, PartOfSpeech partOfSpeech) {
        String lower = form.toLowerCase(Locale.GERMAN);
        String listed = lemmaExceptions.lemma(lower, partOfSpeech);
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
        var entries = dictionary.entries(lower);
        String lemma = GermanNouns.lemma(entries, lower, VERB);
        if (lemma == null) {
            lemma = GermanNouns.lemma(entries, lower, ADJECTIVE);
        }
        return lemma == null ? lower : lemma;
    }

    private String adverb(String lower) {
        var entries = dictionary.entries(lower);
        String comparative = isKnownAs(entries, "ADV") ? null : GermanNouns.lemma(entries, lower, ADJECTIVE);
        return comparative == null ? lower : comparative;
    }

    private String adjective(String form, String lower) {
        if (!form.equals(lower) && lower.endsWith("er") && isKnownAs(dictionary.entries(form), GermanNouns.NOUN)) {
            return form; // Kölner Dom
        }
        var entries = dictionary.entries(lower);
        for (String tag : List.of(ADJECTIVE, PARTICIPLE, "PA2", "PA1", VERB)) {
            String lemma = shortestLemma(entries, lower, tag);
            if (lemma != null) {
                return lemma;
            }
        }
        return entries.isEmpty() ? withoutEnding(lower) : lower;
    }

    private static String withoutEnding(String lower) {
        for (String ending : List.of("en", "em", "er", "es", "e")) {
            if (lower.endsWith(ending) && lower.length() > ending.length() + MIN_STEM_LENGTH) {
                return lower.substring(0, lower.length() - ending.length());
            }
        }
        return lower;
    }

    private static boolean isKnownAs(List<MorphologicalDictionary.DictionaryEntry> entries, String tag) {
        return entries.stream().anyMatch(entry -> entry.tag().startsWith(tag));
    }

    /// The lemma without an ending where the dictionary has two: `erst`, not `erste`.
    private static String shortestLemma(
            List<MorphologicalDictionary.DictionaryEntry> entries, String form, String tag) {
        String lemma = null;
        for (var entry : entries) {
            if (entry.tag().startsWith(tag)) {
                boolean uninflected = entry.lemma().equals(form) && entry.tag().contains(":PRD:GRU");
                if (uninflected) {
                    return form;
                }
                lemma = lemma == null || entry.lemma().length() < lemma.length() ? entry.lemma() : lemma;
            }
        }
        return lemma;
    }

    @Override
    public Set<PartOfSpeech> partsOfSpeech(String surface, boolean first) {
        String lower = surface.toLowerCase(Locale.GERMAN);
        boolean capital = !surface.equals(lower);
        var possible = EnumSet.noneOf(PartOfSpeech.class);
        boolean known = addPossible(possible, dictionary.entries(surface));
        if (known && capital && (first || GermanNouns.isUpper(surface))) {
            known = addPossible(possible, dictionary.entries(lower))
                    && addPossible(possible, dictionary.entries(GermanNouns.capitalised(lower)));
        }
        if (known && !capital) {
            known = addPossible(
                    possible, dictionary.entries(GermanNouns.capitalised(lower))); // learners forget capitals
        }
        if (capital && !possible.isEmpty()) {
            possible.add(PartOfSpeech.PROPN);
        }
        return known ? possible : Set.of();
    }

    /// False if the form may be of a closed class, which the dictionary covers too poorly.
    private static boolean addPossible(
            Set<PartOfSpeech> possible, List<MorphologicalDictionary.DictionaryEntry> entries) {
        for (var entry : entries) {
            switch (entry.tag().substring(0, Math.min(3, entry.tag().length()))) {
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
