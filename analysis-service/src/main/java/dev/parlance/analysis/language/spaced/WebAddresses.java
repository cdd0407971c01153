package dev.parlance.analysis.language.spaced;

import dev.parlance.analysis.language.text.CharacterClasses;
import java.util.Locale;
import java.util.Set;

/// Web and e-mail addresses, and the endings of domain and file names.
final class WebAddresses {
    private static final int MAX_EXTENSION_LENGTH = 5;
    private static final Set<String> DOMAIN_AND_FILE_EXTENSIONS = Set.of(
            "com", "org", "net", "edu", "gov", "mil", "info", "biz", "io", "co", "uk", "us", "de", "fr", "eu", "jp",
            "ca", "au", "htm", "html", "php", "asp", "aspx", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "txt", "csv",
            "jpg", "jpeg", "png", "gif", "bmp", "mp3", "mp4", "avi", "zip", "exe", "js", "ns", "stm");

    private WebAddresses() {}

    /// The start of the first address in a chunk without spaces; -1 if there is none.
    static int findStart(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == ':'
                    && at > from
                    && text.startsWith("//", at + 1)
                    && at + 3 < to
                    && CharacterClasses.isWordCharacter(text.charAt(at + 3))) {
                return wordStart(text, from, at);
            }
            if (c == '@' && at > from && at + 1 < to && CharacterClasses.isWordCharacter(text.charAt(at + 1))) {
                int start = localPartStart(text, from, at);
                if (start < at) {
                    return start;
                }
            }
            if ((c == 'w' || c == 'W')
                    && (at == from || !CharacterClasses.isWordCharacter(text.charAt(at - 1)))
                    && text.regionMatches(true, at, "www.", 0, 4)
                    && at + 4 < to) {
                return at;
            }
        }
        return -1;
    }

    /// The end of the address, without the punctuation marks of the sentence around it.
    static int findEnd(String text, int start, int limit) {
        int end = start + 1;
        while (end < limit && "<>\"[]{}“”,;".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > start + 1 && ".!?:)'’*…".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    static boolean isDomainOrFileExtension(String text, int from, int to) {
        return to - from <= MAX_EXTENSION_LENGTH
                && DOMAIN_AND_FILE_EXTENSIONS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    private static int wordStart(String text, int from, int at) {
        int start = at;
        while (start > from && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int localPartStart(String text, int from, int at) {
        int start = at;
        while (start > from
                && (CharacterClasses.isWordCharacter(text.charAt(start - 1))
                        || "._-+".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start;
    }
}
