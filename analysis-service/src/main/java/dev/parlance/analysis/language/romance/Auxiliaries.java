package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.PartOfSpeech;
import java.util.Set;

/// Tells auxiliaries from full verbs by what follows: `ho mangiato` and `ho fame`, `devo andare` and `devo dieci euro`.
final class Auxiliaries {
    private final Set<String> modals;

    Auxiliaries(RomanceLanguage language) {
        this.modals = switch (language) {
            case ITALIAN -> Set.of("potere", "dovere", "volere");
            case SPANISH -> Set.of("poder", "deber");
            case PORTUGUESE -> Set.of("poder", "dever");
            case FRENCH -> Set.of();
        };
    }

    PartOfSpeech partOfSpeech(Candidate[][] offered, int[] chosen, int word) {
        Candidate candidate = offered[word][chosen[word]];
        if (candidate.kind() == Kind.HAVE) {
            return isBefore(Kind.PARTICIPLE, offered, chosen, word) ? PartOfSpeech.AUX : PartOfSpeech.VERB;
        }
        boolean modal = candidate.kind() == Kind.FINITE && modals.contains(candidate.lemma());
        return modal && isBefore(Kind.INFINITIVE, offered, chosen, word)
                ? PartOfSpeech.AUX
                : candidate.kind().partOfSpeech();
    }

    /// With nothing between but what may stand inside a verb.
    private static boolean isBefore(Kind kind, Candidate[][] offered, int[] chosen, int word) {
        for (int next = word + 1; next < offered.length; next++) {
            Kind found = offered[next][chosen[next]].kind();
            if (found == kind) {
                return true;
            }
            if (found != Kind.ADVERB && found != Kind.NEGATION && found != Kind.CLITIC) {
                return false;
            }
        }
        return false;
    }
}
