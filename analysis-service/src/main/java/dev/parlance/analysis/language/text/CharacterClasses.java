package dev.parlance.analysis.language.text;

/// Tests of characters: letters, scripts, spaces and what a word is made of.
public final class CharacterClasses {
    private CharacterClasses() {}

    public static boolean containsLetter(String text, int start, int end) {
        for (int i = start; i < end; ) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    public static boolean containsJapanese(String text) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (isJapanese(c)) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    public static boolean isJapaneseOnly(String text) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (!isJapanese(c)) {
                return false;
            }
            at += Character.charCount(c);
        }
        return true;
    }

    public static boolean containsHan(String text, int start, int end) {
        for (int at = start; at < end; ) {
            int c = text.codePointAt(at);
            if (Character.isIdeographic(c) && Character.isLetter(c)) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    public static boolean containsHangul(String text) {
        return containsHangul(text, 0, text.length());
    }

    /// Composed syllables, and single letters as in ㅋㅋ.
    public static boolean containsHangul(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if ((c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x3131 && c <= 0x318E)) {
                return true;
            }
        }
        return false;
    }

    public static boolean isHanOrAsciiOnly(String text) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (c >= 0x80 && !Character.isIdeographic(c)) {
                return false;
            }
            at += Character.charCount(c);
        }
        return true;
    }

    /// Small kana and the marks that prolong or repeat: letters to Unicode, but no word without other kana.
    public static boolean isProlongationOnly(String text) {
        return text.chars().allMatch(c -> "ーっッぁぃぅぇぉゃゅょゎァィゥェォャュョヮゝゞヽヾ々".indexOf(c) >= 0);
    }

    public static boolean isSpace(char c) {
        return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    public static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018';
    }

    /// Letters, digits, combining marks and invisible format characters: all of a word but the punctuation within it.
    public static boolean isWordCharacter(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }

    /// A letter of a script that writes no spaces between words.
    public static boolean isUnspacedScript(int c) {
        if (c < 0x0E00 || !Character.isLetter(c)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /// Whether the form has a digit or a mark of addresses (`1990s`, `alt.pets`) and therefore does not inflect.
    public static boolean hasDigitOrAddressMark(String form) {
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (Character.isDigit(c) || c == '.' || c == '@' || c == '#' || c == '/' || c == '_') {
                return true;
            }
        }
        return false;
    }

    /// Single letters with full stops between: `M` and `U.S`, but not `I`, which more often ends a sentence.
    public static boolean isInitials(String text, int start, int end) {
        if ((end - start) % 2 == 0) {
            return false;
        }
        for (int i = start; i < end; i++) {
            boolean atFullStop = (i - start) % 2 == 1;
            if (atFullStop ? text.charAt(i) != '.' : !Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return end - start > 1 || (Character.isUpperCase(text.charAt(start)) && text.charAt(start) != 'I');
    }

    /// Kana, kanji and the marks between them (ー 々 〆), some of which Unicode assigns to the script Common.
    private static boolean isJapanese(int c) {
        return (c >= 0x3041 && c <= 0x30FF && c != 0x30A0 && c != 0x30FB)
                || c == 0x3005
                || c == 0x303B
                || (c >= 0x31F0 && c <= 0x31FF)
                || Character.isIdeographic(c);
    }
}
