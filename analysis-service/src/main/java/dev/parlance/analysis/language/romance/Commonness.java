package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.Bands;
import dev.parlance.analysis.language.CommonWords;

/// How rare a word is, judged by its dictionary form.
///
/// The dictionaries of Spanish and French and the spelling dictionary of Portuguese end each entry with a letter, A
/// for the rarest forms to Z for the commonest. The Italian one does not: there the place among LanguageTool's 10,000
/// common words of Italian (which are in the order of their frequency) counts.
final class Commonness {
    private static final int COMMONEST_LETTER = 25;
    private static final int NOT_AMONG_THEM = 36;
    private static final int FIRST_PLACES_ALIKE = 20;
    private static final double HALF_BITS_PER_LETTER = 1.6;

    private final Automaton forms;
    private final CommonWords places;

    private Commonness(Automaton forms, CommonWords places) {
        this.forms = forms;
        this.places = places;
    }

    /// @param forms with their letters
    static Commonness inLetters(Automaton forms) {
        return new Commonness(forms, CommonWords.NONE);
    }

    /// @param forms    all that there are
    /// @param resource words, the commonest first
    static Commonness inOrder(Automaton forms, String resource) {
        return new Commonness(forms, CommonWords.read(resource));
    }

    /// The more, the more frequent: by letters 0 to 25; by order -1 for the first, -2 for the second, and less for
    /// every word that is not among them. [Bands#UNKNOWN] for what the dictionary does not have.
    int frequency(String lemma) {
        Integer place = places.place(lemma);
        if (place != null) {
            return -place;
        }
        if (!forms.knows(lemma)) {
            return Bands.UNKNOWN;
        }
        return places.isEmpty() ? forms.frequency(lemma) : -Integer.MAX_VALUE;
    }

    /// In half bits: 2 more is half as common.
    int rarity(String lemma) {
        if (places.isEmpty()) {
            return (int) Math.round((COMMONEST_LETTER - forms.frequency(lemma)) * HALF_BITS_PER_LETTER);
        }
        Integer place = places.place(lemma);
        return place == null ? NOT_AMONG_THEM : (int) Math.round(2 * log2(place + FIRST_PLACES_ALIKE));
    }

    private static double log2(int number) {
        return Math.log(number) / Math.log(2);
    }
}
