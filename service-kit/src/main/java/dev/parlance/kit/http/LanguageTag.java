package dev.parlance.kit.http;

import dev.parlance.kit.problem.InvalidRequest;
import java.util.IllformedLocaleException;
import java.util.Locale;

/// The check of a language in a request.
public final class LanguageTag {
    private LanguageTag() {}

    /// @param language null if absent
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
