package dev.parlance.analysis.language.romance;

/// Tells the letters of Latin script from all others.
final class Scripts {
    private static final int LAST_OF_EXTENDED_LATIN = 0x24F;

    private Scripts() {}

    /// Whether a letter of another script is among them.
    static boolean isForeign(String text, int start, int end) {
        for (int at = start; at < end; ) {
            int c = text.codePointAt(at);
            if (c > LAST_OF_EXTENDED_LATIN && Character.isLetter(c) && !isLatin(c)) {
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
