package dev.parlance.analysis.language.dictionary;

import dev.parlance.analysis.language.text.PartOfSpeech;
import java.util.Set;

/// The lemmas and the possible parts of speech of a language's forms.
public interface Lexicon {
    /// @param form as written, with straight apostrophes and without invisible characters
    /// @param partOfSpeech as tagged; may be wrong
    /// @return the dictionary form to show, in the dictionary's case
    String lemma(String form, PartOfSpeech partOfSpeech);

    /// The parts of speech that a form can have.
    ///
    /// @param surface as written
    /// @param first whether it is the first of its sentence, so that a capital is no evidence
    /// @return empty if unknown
    Set<PartOfSpeech> partsOfSpeech(String surface, boolean first);
}
