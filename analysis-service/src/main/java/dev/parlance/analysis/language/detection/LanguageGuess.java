package dev.parlance.analysis.language.detection;

import dev.parlance.analysis.language.text.LanguageCode;

/// The language that a text is probably in.
///
/// @param language   primary subtag; `und` if unknown
/// @param confidence 0 to 1: the share of the best guess among all candidates
public record LanguageGuess(String language, double confidence) {
    /// The declared language with confidence 1; [#NONE] for `und`.
    public static LanguageGuess declared(String language) {
        return language.equals(LanguageCode.UNDETERMINED) ? NONE : new LanguageGuess(language, 1);
    }

    static final LanguageGuess NONE = new LanguageGuess(LanguageCode.UNDETERMINED, 0);
}
