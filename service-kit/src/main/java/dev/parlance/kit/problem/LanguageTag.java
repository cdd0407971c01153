package dev.parlance.kit.problem;

import java.util.IllformedLocaleException;
import java.util.Locale;

/// What a caller may send as a language.
public final class LanguageTag {
    private LanguageTag() {}

    /// @param language null where it is left out
    /// @throws InvalidRequest if it is not a BCP 47 tag
    public static void check(String language) {
        if (language == null) {
            return;
        }
        try {
            if (!language.isEmpty()
                    && new Locale.Builder().setLanguageTag(language).build() != null) {
                return;
            }
        } catch (IllformedLocaleException e) {
            // answered below, like an empty tag
        }
        throw new InvalidRequest("language", "language must be a BCP 47 tag such as ja or en-GB");
    }
}
