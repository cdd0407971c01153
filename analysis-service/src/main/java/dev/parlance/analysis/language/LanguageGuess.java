package dev.parlance.analysis.language;

/// What language a text seems to be in.
///
/// @param language   primary subtag; `und` where nothing tells
/// @param confidence 0 to 1: the share of the best guess among all candidates
record LanguageGuess(String language, double confidence) {
    /// Somebody who knows has said so, or has said that nobody knows.
    static LanguageGuess said(String language) {
        return language.equals(Languages.UNDETERMINED) ? NONE : new LanguageGuess(language, 1);
    }

    static final LanguageGuess NONE = new LanguageGuess(Languages.UNDETERMINED, 0);
}
