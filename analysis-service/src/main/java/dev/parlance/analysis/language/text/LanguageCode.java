package dev.parlance.analysis.language.text;

import java.util.Locale;

/// Languages are identified by the primary subtag of their BCP 47 tag, in lower case.
public final class LanguageCode {
    /// The BCP 47 code for an unknown language.
    public static final String UNDETERMINED = "und";

    private static final int MIN_SUBTAG_LENGTH = 2;
    private static final int MAX_SUBTAG_LENGTH = 8;

    private LanguageCode() {}

    /// `pt` of `pt-BR`; `und` if the tag does not start with a language, or is null.
    public static String primarySubtag(String bcp47) {
        if (bcp47 == null) {
            return UNDETERMINED;
        }
        String tag = bcp47.strip();
        int end = 0;
        while (end < tag.length() && isAsciiLetter(tag.charAt(end))) {
            end++;
        }
        boolean complete = end == tag.length() || tag.charAt(end) == '-' || tag.charAt(end) == '_';
        return complete && end >= MIN_SUBTAG_LENGTH && end <= MAX_SUBTAG_LENGTH
                ? tag.substring(0, end).toLowerCase(Locale.ROOT)
                : UNDETERMINED;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
