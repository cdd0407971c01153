package dev.parlance.analysis.language.romance.morphology;

import com.ibm.icu.lang.UCharacter;
import dev.parlance.analysis.language.dictionary.MorphologicalDictionary;
import dev.parlance.analysis.language.dictionary.MorphologicalDictionary.DictionaryEntry;
import java.util.ArrayList;
import java.util.List;

/// The candidates of the forms in a language's dictionary, with costs by the frequency of their lemmas.
final class RomanceLexicon {
    private static final int MAX_COST = 12;
    private static final int MAX_VERB_RARITY_DIFFERENCE = 8;
    private static final int PARTICIPLE_NOUN_COST = 2;
    private static final int PARTICIPLE_ADJECTIVE_COST = 3;

    private final MorphologicalDictionary dictionary;
    private final Tagset tagset;
    private final WordFrequency wordFrequency;

    RomanceLexicon(RomanceLanguage language) {
        this.dictionary = MorphologicalDictionary.load(language.dictionary());
        this.tagset = language.tagset();
        this.wordFrequency = language.wordFrequency(dictionary);
    }

    AccentRestoration accentRestoration(List<String> groups) {
        return new AccentRestoration(dictionary, groups);
    }

    boolean knows(String form) {
        return dictionary.knows(form);
    }

    /// See [WordFrequency#frequency].
    int frequency(String lemma) {
        return wordFrequency.frequency(lemma);
    }

    /// Empty for an unknown form.
    List<LemmaCandidate> candidates(String form) {
        if (!knows(form)) {
            return List.of();
        }
        var found = new ArrayList<LemmaCandidate>(4);
        for (var entry : dictionary.entries(form)) {
            WordClass wordClass = entry.tag().isEmpty() ? null : tagset.wordClass(entry.tag());
            if (wordClass != null) {
                add(found, candidate(form, entry, wordClass));
            }
        }
        return withRelativeCosts(withoutDoubtful(found));
    }

    private LemmaCandidate candidate(String form, DictionaryEntry entry, WordClass wordClass) {
        String lemma = wordClass == WordClass.NOUN ? tagset.nounLemma(entry.tag(), form, entry.lemma()) : entry.lemma();
        int cost = wordFrequency.rarity(entry.lemma()) + tagset.cost(entry.tag());
        return new LemmaCandidate(UCharacter.foldCase(lemma, true), lemma, wordClass, cost);
    }

    /// Of several inflections of the same word the cheapest remains.
    private static void add(List<LemmaCandidate> found, LemmaCandidate candidate) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isSameWord(candidate)) {
                if (candidate.cost() < found.get(i).cost()) {
                    found.set(i, candidate);
                }
                return;
            }
        }
        found.add(candidate);
    }

    /// Without closed-class candidates of a form that is also of an open class, which belong to [ClosedClassWords],
    /// and without adjectives that are also participles of the same lemma.
    private static List<LemmaCandidate> withoutDoubtful(List<LemmaCandidate> found) {
        boolean open =
                found.stream().anyMatch(candidate -> candidate.wordClass().isOpenClass());
        return found.stream()
                .filter(candidate -> candidate.wordClass().isOpenClass() || !open)
                .filter(candidate -> candidate.wordClass() != WordClass.ADJECTIVE
                        || found.stream()
                                .noneMatch(other -> other.wordClass() == WordClass.PARTICIPLE
                                        && other.lemma().equals(candidate.lemma())))
                .toList();
    }

    /// With costs relative to the cheapest candidate. Frequencies are of forms, so that of the noun `partido`
    /// includes the participle: beside a participle a noun or an adjective costs at least as much, plus a constant.
    private List<LemmaCandidate> withRelativeCosts(List<LemmaCandidate> found) {
        int participle = found.stream()
                .filter(candidate -> candidate.wordClass() == WordClass.PARTICIPLE)
                .mapToInt(LemmaCandidate::cost)
                .min()
                .orElse(Integer.MAX_VALUE);
        int[] costs = new int[found.size()];
        int lowestCost = Integer.MAX_VALUE;
        for (int i = 0; i < costs.length; i++) {
            int cost = found.get(i).cost();
            costs[i] = cost + participleCost(found.get(i).wordClass(), participle - cost);
            lowestCost = Math.min(lowestCost, costs[i]);
        }
        var relative = new ArrayList<LemmaCandidate>(costs.length);
        for (int i = 0; i < costs.length; i++) {
            relative.add(found.get(i).withCost(Math.min(costs[i] - lowestCost, MAX_COST)));
        }
        return relative;
    }

    /// The added cost of a noun or an adjective beside a participle. 0 if the verb is so rare that the form is
    /// hardly ever its participle: `porta` of `porgere`.
    ///
    /// @param rarityDifference the participle's cost less the candidate's
    private static int participleCost(WordClass wordClass, int rarityDifference) {
        if (rarityDifference > MAX_VERB_RARITY_DIFFERENCE
                || (wordClass != WordClass.NOUN && wordClass != WordClass.ADJECTIVE)) {
            return 0;
        }
        return Math.max(0, rarityDifference)
                + (wordClass == WordClass.NOUN ? PARTICIPLE_NOUN_COST : PARTICIPLE_ADJECTIVE_COST);
    }
}
