package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.romance.morphology.LemmaCandidate;
import dev.parlance.analysis.language.romance.morphology.RomanceLanguage;
import dev.parlance.analysis.language.romance.morphology.WordClass;
import dev.parlance.analysis.language.text.PartOfSpeech;
import java.util.Set;

/// Distinguishes auxiliaries from full verbs by the words after them: `ho mangiato` and `ho fame`, `devo andare` and
/// `devo dieci euro`.
final class Auxiliaries {
    private static final Set<String> COPULAS = Set.of("essere", "ser", "estar", "être");
    private static final Set<String> HAVE_VERBS = Set.of("avere", "haber", "avoir", "ter", "haver");

    private final Set<String> modals;

    Auxiliaries(RomanceLanguage language) {
        this.modals = switch (language) {
            case ITALIAN -> Set.of("potere", "dovere", "volere");
            case SPANISH -> Set.of("poder", "deber");
            case PORTUGUESE -> Set.of("poder", "dever");
            case FRENCH -> Set.of();
        };
    }

    PartOfSpeech partOfSpeech(LemmaCandidate[][] candidates, int[] chosen, int word) {
        LemmaCandidate candidate = candidates[word][chosen[word]];
        WordClass wordClass = candidate.wordClass();
        if (!wordClass.isVerb()) {
            return wordClass.partOfSpeech();
        }
        boolean auxiliary = COPULAS.contains(candidate.lemma())
                || (HAVE_VERBS.contains(candidate.lemma()) && isBefore(WordClass.PARTICIPLE, candidates, chosen, word))
                || (modals.contains(candidate.lemma()) && isBefore(WordClass.INFINITIVE, candidates, chosen, word))
                || (candidate.lemma().equals("stare") && isBefore(WordClass.GERUND, candidates, chosen, word));
        return auxiliary ? PartOfSpeech.AUX : PartOfSpeech.VERB;
    }

    /// With nothing between but adverbs, negations and clitics, which may stand inside a verb phrase.
    private static boolean isBefore(WordClass wordClass, LemmaCandidate[][] candidates, int[] chosen, int word) {
        for (int next = word + 1; next < candidates.length; next++) {
            WordClass nextClass = candidates[next][chosen[next]].wordClass();
            if (nextClass == wordClass) {
                return true;
            }
            if (nextClass != WordClass.ADVERB && nextClass != WordClass.NEGATION && nextClass != WordClass.CLITIC) {
                return false;
            }
        }
        return false;
    }
}
