package dev.parlance.analysis.language.korean;

import dev.parlance.analysis.language.text.CharacterClasses;
import java.util.Arrays;

/// Finds the eojeols of a Korean text: what white space and punctuation separate.
///
/// A full stop or comma between digits stays inside, and so do the marks that join Latin letters and digits to an
/// address or a compound: 1.2배에서, 1950~1960년대, e-mail.
final class Eojeols {
    private static final String BETWEEN_DIGITS = ".,:~";
    private static final String BETWEEN_LATIN = ".-_@'’&";

    private Eojeols() {}

    /// Start and end of each eojeol with a letter, alternating.
    static int[] of(String text) {
        int[] offsets = new int[text.length() + 1];
        int count = 0;
        for (int at = 0; at < text.length(); ) {
            int end = end(text, at);
            if (end == at) {
                at += Character.charCount(text.codePointAt(at));
            } else {
                if (CharacterClasses.containsLetter(text, at, end)) {
                    offsets[count++] = at;
                    offsets[count++] = end;
                }
                at = end;
            }
        }
        return Arrays.copyOf(offsets, count);
    }

    private static int end(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean inside = isEojeolCharacter(c) && (at > start || !isMark(c));
            if (!inside && !(at > start && joins(text, at))) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isEojeolCharacter(int c) {
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
