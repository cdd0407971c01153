package dev.parlance.analysis.language.romance.morphology;

import dev.parlance.analysis.language.dictionary.CommonWords;
import dev.parlance.analysis.language.dictionary.FrequencyBands;
import dev.parlance.analysis.language.dictionary.MorphologicalDictionary;

/// The frequency of a word, by its lemma.
///
/// The dictionaries of Spanish and French and the spelling dictionary of Portuguese have frequency classes
/// ([MorphologicalDictionary#frequency]). The Italian one has none: it uses the rank in LanguageTool's list of the
/// 10,000 most frequent words.
final class WordFrequency {
    private static final int MAX_FREQUENCY_CLASS = 25;
    private static final int UNRANKED_RARITY = 36;
    private static final int RANK_SMOOTHING = 20;
    private static final double HALF_BITS_PER_CLASS = 1.6;

    private final MorphologicalDictionary dictionary;
    private final CommonWords commonWords;

    private WordFrequency(MorphologicalDictionary dictionary, CommonWords commonWords) {
        this.dictionary = dictionary;
        this.commonWords = commonWords;
    }

    /// @param dictionary with frequency classes
    static WordFrequency byFrequencyClass(MorphologicalDictionary dictionary) {
        return new WordFrequency(dictionary, CommonWords.NONE);
    }

    /// @param dictionary of all words
    /// @param resource the most frequent words in order, see [CommonWords#load]
    static WordFrequency byRank(MorphologicalDictionary dictionary, String resource) {
        return new WordFrequency(dictionary, CommonWords.load(resource));
    }

    /// Greater is more frequent: the frequency class, 0 to 25; or the negative rank, -1 for the first and the least
    /// integer for words without rank. [FrequencyBands#UNKNOWN] for a word that is not in the dictionary.
    int frequency(String lemma) {
        Integer rank = commonWords.rank(lemma);
        if (rank != null) {
            return -rank;
        }
        if (!dictionary.knows(lemma)) {
            return FrequencyBands.UNKNOWN;
        }
        return commonWords.isEmpty() ? dictionary.frequency(lemma) : -Integer.MAX_VALUE;
    }

    /// In half bits: 2 more is half as frequent.
    int rarity(String lemma) {
        if (commonWords.isEmpty()) {
            return (int) Math.round((MAX_FREQUENCY_CLASS - dictionary.frequency(lemma)) * HALF_BITS_PER_CLASS);
        }
        Integer rank = commonWords.rank(lemma);
        return rank == null ? UNRANKED_RARITY : (int) Math.round(2 * log2(rank + RANK_SMOOTHING));
    }

    private static double log2(int number) {
        return Math.log(number) / Math.log(2);
    }
}
