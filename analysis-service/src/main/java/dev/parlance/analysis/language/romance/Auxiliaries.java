package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.PartOfSpeech;
import java.util.Set;

/// Tells auxiliaries from full verbs by what follows: `ho mangiato` and `ho fame`, `devo andare` and `devo dieci euro`.
final class Auxiliaries {
    private static final Set<String> COPULAS = Set.of("essere", "ser", "estar", "être");
    private static final Set<String> HAVING = Set.of("avere", "haber", "avoir", "ter", "haver");

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
        Kind kind = candidate.kind();
        if (!kind.isVerb()) {
            return kind.partOfSpeech();
        }
        boolean auxiliary = COPULAS.contains(candidate.lemma())
                || (HAVING.contains(candidate.lemma()) && isBefore(Kind.PARTICIPLE, offered, chosen, word))
                || (modals.contains(candidate.lemma()) && isBefore(Kind.INFINITIVE, offered, chosen, word))
                || (candidate.lemma().equals("stare") && isBefore(Kind.GERUND, offered, chosen, word));
        return auxiliary ? PartOfSpeech.AUX : PartOfSpeech.VERB;
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
