package dev.parlance.analysis.language;

import java.util.Arrays;

/// Where the words of a Korean text begin and end: what stands between white space and punctuation.
///
/// A stop or comma between digits and what joins Latin letters and digits to an address or a compound stay inside:
/// 1.2배에서, 1950~1960년대, e-mail.
final class Eojeols {
    private static final String BETWEEN_DIGITS = ".,:~";
    private static final String BETWEEN_LATIN = ".-_@'’&";

    private Eojeols() {}

    /// Begin and end of each word that holds a letter, by turns.
    static int[] of(String text) {
        int[] found = new int[text.length() + 1];
        int count = 0;
        for (int at = 0; at < text.length(); ) {
            int end = end(text, at);
            if (end == at) {
                at += Character.charCount(text.codePointAt(at));
            } else {
                if (Letters.in(text, at, end)) {
                    found[count++] = at;
                    found[count++] = end;
                }
                at = end;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int end(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean inside = isInside(c) && (at > start || !isMark(c));
            if (!inside && !(at > start && joins(text, at))) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isInside(int c) {
        return Character.isLetterOrDigit(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }

    private static boolean joins(String text, int at) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        char c = text.charAt(at);
        return (BETWEEN_DIGITS.indexOf(c) >= 0 && isDigit(before) && isDigit(after))
                || (BETWEEN_LATIN.indexOf(c) >= 0 && isLatin(before) && isLatin(after));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLatin(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
