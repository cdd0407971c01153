package dev.parlance.analysis.language.romance;

import com.ibm.icu.lang.UCharacter;
import dev.parlance.analysis.language.Casing;

/// What a capital tells: within a sentence a name, at its begin little, in a text of capitals nothing.
///
/// A name is its own lemma, whatever its spelling looks like: `Rosa` is not *rosa*.
final class Names {
    private static final int COMMON_WORD_WITHIN = 9;
    private static final int GUESS_WITHIN = 14;
    private static final int NAME_FIRST = 12;
    private static final int LISTED_NAME_FIRST = 4;
    private static final int GUESS_FIRST = 4;
    private static final int NAME_IN_CAPITALS = 6;

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
        Candidate[] candidates = new Candidate[offer.candidates().length + 1];
        candidates[0] = new Candidate(casing.lemma(surface), casing.asShown(surface), Kind.NAME, name);
        for (int i = 1; i < candidates.length; i++) {
            candidates[i] = others == 0 ? offer.candidates()[i - 1] : offer.candidates()[i - 1].dearer(others);
        }
        return candidates;
    }

    private boolean isListed(String surface) {
        return vocabulary.asWritten(surface).stream().anyMatch(candidate -> candidate.kind() == Kind.NAME);
    }
}
