package dev.parlance.analysis.language.romance;

import com.ibm.icu.lang.UCharacter;
import dev.parlance.analysis.language.Casing;
import java.util.Arrays;

/// What a capital tells: within a sentence a name, at its begin little, in a text of capitals nothing.
///
/// A name is its own lemma, whatever its spelling looks like: `Rosa` is not *rosa*.
final class Names {
    private static final int COMMON_WORD_WITHIN = 8;
    private static final int PLURAL_WITHIN = 3;
    private static final int GUESS_WITHIN = 14;
    private static final int NAME_FIRST = 12;
    private static final int LISTED_NAME_FIRST = 4;
    private static final int GUESS_FIRST = 4;
    private static final int NAME_IN_CAPITALS = 12;

    private final Vocabulary vocabulary;
    private final Casing casing;

    Names(Vocabulary vocabulary, Casing casing) {
        this.vocabulary = vocabulary;
        this.casing = casing;
    }

    /// The candidates of the word in small letters and the name.
    Candidate[] among(Vocabulary.Offer offer, String surface, boolean first) {
        boolean capitals = surface.length() > 1 && surface.equals(UCharacter.toUpperCase(surface));
        int name;
        int others;
        if (capitals && offer.known()) {
            name = NAME_IN_CAPITALS;
            others = 0;
        } else if (first) {
            boolean listed = offer.known() && isListed(surface);
            name = !offer.known() ? 0 : listed ? LISTED_NAME_FIRST : NAME_FIRST;
            others = offer.known() ? 0 : GUESS_FIRST;
        } else {
            name = 0;
            others = offer.known() ? COMMON_WORD_WITHIN : GUESS_WITHIN;
        }
        Candidate[] candidates = Arrays.copyOf(offer.candidates(), offer.candidates().length + 1);
        for (int i = 0; i < candidates.length - 1; i++) {
            int dearer = isPlural(candidates[i], offer) ? Math.min(others, PLURAL_WITHIN) : others;
            candidates[i] = candidates[i].dearer(dearer);
        }
        candidates[candidates.length - 1] =
                new Candidate(casing.lemma(surface), casing.visible(surface), Kind.NAME, name);
        return candidates;
    }

    /// Names are seldom plural: `les Juifs`, `Estados Unidos`.
    private static boolean isPlural(Candidate candidate, Vocabulary.Offer offer) {
        return (candidate.kind() == Kind.NOUN || candidate.kind() == Kind.ADJECTIVE)
                && offer.known()
                && offer.form().endsWith("s")
                && !candidate.lemma().endsWith("s");
    }

    private boolean isListed(String surface) {
        return vocabulary.asWritten(surface).stream().anyMatch(candidate -> candidate.kind() == Kind.NAME);
    }
}
