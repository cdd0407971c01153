package dev.parlance.analysis.language.romance;

/// Tests for letters outside the Latin script.
final class LatinScript {
    private static final int MAX_EXTENDED_LATIN_CHAR = 0x24F;

    private LatinScript() {}

    static boolean containsOtherScript(String text, int start, int end) {
        for (int at = start; at < end; ) {
            int c = text.codePointAt(at);
            if (c > MAX_EXTENDED_LATIN_CHAR && Character.isLetter(c) && !isLatin(c)) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    private static boolean isLatin(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }
}
