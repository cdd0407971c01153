package dev.parlance.kit.http;

import dev.parlance.kit.problem.InvalidRequest;
import java.util.IllformedLocaleException;
import java.util.Locale;

/// The check of a language in a request. The tag becomes a part of every turn, event and key, so its length is
/// bounded before anything else looks at it.
public final class LanguageTag {
    /// RFC 5646, section 4.4.1, asks for 35; tags with private-use parts may be longer.
    private static final int MAX_CHARACTERS = 64;

    private LanguageTag() {}

    /// @param language null if absent
    /// @throws InvalidRequest if it is not a BCP 47 tag, or longer than 64 characters
    public static void check(String language) {
        if (language == null) {
            return;
        }
        if (language.length() > MAX_CHARACTERS) {
            throw new InvalidRequest("language", "language is longer than 64 characters", MAX_CHARACTERS);
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
