package dev.parlance.analysis.language.romance;

import com.ibm.icu.lang.UCharacter;
import dev.parlance.analysis.language.romance.morphology.LemmaCandidate;
import dev.parlance.analysis.language.romance.morphology.RomanceMorphology;
import dev.parlance.analysis.language.romance.morphology.WordClass;
import dev.parlance.analysis.language.text.CaseFolding;
import java.util.Arrays;

/// Weighs a capital as evidence of a name: strong within a sentence, weak at its start, none in a text of capitals.
///
/// A name is its own lemma: `Rosa` is not *rosa*.
final class ProperNouns {
    private static final int MID_SENTENCE_COMMON_WORD_COST = 8;
    private static final int MID_SENTENCE_PLURAL_COST = 3;
    private static final int MID_SENTENCE_UNKNOWN_WORD_COST = 14;
    private static final int SENTENCE_START_NAME_COST = 12;
    private static final int SENTENCE_START_LISTED_NAME_COST = 4;
    private static final int SENTENCE_START_UNKNOWN_WORD_COST = 4;
    private static final int ALL_CAPITALS_NAME_COST = 12;

    private final RomanceMorphology morphology;
    private final CaseFolding caseFolding;

    ProperNouns(RomanceMorphology morphology, CaseFolding caseFolding) {
        this.morphology = morphology;
        this.caseFolding = caseFolding;
    }

    /// The candidates of the word in lower case, with added costs, and the name.
    ///
    /// @param first whether the word starts a sentence
    LemmaCandidate[] withNameCandidate(RomanceMorphology.FormCandidates form, String surface, boolean first) {
        boolean allCapitals = surface.length() > 1 && surface.equals(UCharacter.toUpperCase(surface));
        int nameCost;
        int otherCost;
        if (allCapitals && form.known()) {
            nameCost = ALL_CAPITALS_NAME_COST;
            otherCost = 0;
        } else if (first) {
            boolean listed = form.known() && isListed(surface);
            nameCost = !form.known() ? 0 : listed ? SENTENCE_START_LISTED_NAME_COST : SENTENCE_START_NAME_COST;
            otherCost = form.known() ? 0 : SENTENCE_START_UNKNOWN_WORD_COST;
        } else {
            nameCost = 0;
            otherCost = form.known() ? MID_SENTENCE_COMMON_WORD_COST : MID_SENTENCE_UNKNOWN_WORD_COST;
        }
        LemmaCandidate[] candidates = Arrays.copyOf(form.candidates(), form.candidates().length + 1);
        for (int i = 0; i < candidates.length - 1; i++) {
            int addedCost = isPlural(candidates[i], form) ? Math.min(otherCost, MID_SENTENCE_PLURAL_COST) : otherCost;
            candidates[i] = candidates[i].withAddedCost(addedCost);
        }
        candidates[candidates.length - 1] =
                new LemmaCandidate(caseFolding.fold(surface), caseFolding.normalize(surface), WordClass.NAME, nameCost);
        return candidates;
    }

    /// Names are rarely plural: `les Juifs`, `Estados Unidos`.
    private static boolean isPlural(LemmaCandidate candidate, RomanceMorphology.FormCandidates form) {
        return (candidate.wordClass() == WordClass.NOUN || candidate.wordClass() == WordClass.ADJECTIVE)
                && form.known()
                && form.form().endsWith("s")
                && !candidate.lemma().endsWith("s");
    }

    private boolean isListed(String surface) {
        return morphology.lookUpAsWritten(surface).stream()
                .anyMatch(candidate -> candidate.wordClass() == WordClass.NAME);
    }
}
