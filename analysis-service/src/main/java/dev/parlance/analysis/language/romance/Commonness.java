package dev.parlance.analysis.language.romance;

import java.util.HashMap;
import java.util.Map;

/// How rare a word is, judged by its dictionary form.
///
/// The dictionaries of Spanish and French and the spelling dictionary of Portuguese end each entry with a letter, A
/// for the rarest forms to Z for the commonest. The Italian one does not: there the place among LanguageTool's 10,000
/// common words of Italian (which are in the order of their frequency) counts.
final class Commonness {
    private static final int NOT_AMONG_THEM = 36;
    private static final int FIRST_PLACES_ALIKE = 20;
    private static final double HALF_BITS_PER_LETTER = 1.6;

    private final Automaton frequencies;
    private final Map<String, Integer> places;

    private Commonness(Automaton frequencies, Map<String, Integer> places) {
        this.frequencies = frequencies;
        this.places = places;
    }

    static Commonness inLetters(Automaton frequencies) {
        return new Commonness(frequencies, Map.of());
    }

    /// @param resource words, the commonest first
    static Commonness inOrder(String resource) {
        var places = new HashMap<String, Integer>();
        for (String word : Table.lines(resource)) {
            places.putIfAbsent(word, places.size() + 1);
        }
        return new Commonness(null, places);
    }

    /// In half bits: 2 more is half as common.
    int rarity(String lemma) {
        if (frequencies != null) {
            return (int) Math.round(('Z' - frequencies.frequency(frequencies.after(lemma))) * HALF_BITS_PER_LETTER);
        }
        Integer place = places.get(lemma);
        return place == null ? NOT_AMONG_THEM : (int) Math.round(2 * log2(place + FIRST_PLACES_ALIKE));
    }

    private static double log2(int number) {
        return Math.log(number) / Math.log(2);
    }
}
