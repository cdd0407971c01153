package dev.parlance.analysis.language;

import java.util.Set;

/// What is known about a language's words: the form under which each is listed, and what parts of speech it may be.
interface Lexicon {
    /// @param form as used, with straight apostrophes and without invisible characters
    /// @param partOfSpeech as which it is used; may be mistaken
    /// @return the form to show: of the dictionary, with the case it has there
    String lemma(String form, PartOfSpeech partOfSpeech);

    /// As what a form can be used.
    ///
    /// @param surface as used
    /// @param first whether a sentence begins with it, so that its capital says nothing
    /// @return empty if the lexicon cannot tell
    Set<PartOfSpeech> partsOfSpeech(String surface, boolean first);
}
