package dev.parlance.analysis.language;

/// Which characters make a token a word, and which of them are written by the Japanese dictionary's own scripts.
public final class Letters {
    private Letters() {}

    public static boolean in(String text, int start, int end) {
        for (int i = start; i < end; ) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    static boolean japaneseIn(String text) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (isJapanese(c)) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    static boolean onlyJapaneseIn(String text) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (!isJapanese(c)) {
                return false;
            }
            at += Character.charCount(c);
        }
        return true;
    }

    static boolean hanIn(String text, int start, int end) {
        for (int at = start; at < end; ) {
            int c = text.codePointAt(at);
            if (Character.isIdeographic(c) && Character.isLetter(c)) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    static boolean hangulIn(String text) {
        return hangulIn(text, 0, text.length());
    }

    /// Composed syllables, and the letters that stand alone in ㅋㅋ.
    static boolean hangulIn(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if ((c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x3131 && c <= 0x318E)) {
                return true;
            }
        }
        return false;
    }

    static boolean onlyHanOrLatinIn(String text) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (c >= 0x80 && !Character.isIdeographic(c)) {
                return false;
            }
            at += Character.charCount(c);
        }
        return true;
    }

    /// Small kana and the marks that lengthen or repeat: letters to Unicode, no word by themselves.
    static boolean onlyDrawnOutIn(String text) {
        return text.chars().allMatch(c -> "ーっッぁぃぅぇぉゃゅょゎァィゥェォャュョヮゝゞヽヾ々".indexOf(c) >= 0);
    }

    static boolean isSpace(char c) {
        return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018';
    }

    /// What a word is made of besides the marks within it: letters, digits, accents that stand apart, invisible
    /// format characters.
    static boolean isWordly(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }

    /// Letters of the scripts that write no space between words.
    static boolean isWithoutSpaces(int c) {
        if (c < 0x0E00 || !Character.isLetter(c)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /// With a digit or a mark of addresses in it (`1990s`, `alt.pets`): nothing that is bent.
    static boolean isName(String form) {
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (Character.isDigit(c) || c == '.' || c == '@' || c == '#' || c == '/' || c == '_') {
                return true;
            }
        }
        return false;
    }

    /// `M` and `U.S`, but not `I`, which more often ends a sentence.
    static boolean areInitials(String text, int start, int end) {
        if ((end - start) % 2 == 0) {
            return false;
        }
        for (int i = start; i < end; i++) {
            boolean stop = (i - start) % 2 == 1;
            if (stop ? text.charAt(i) != '.' : !Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return end - start > 1 || (Character.isUpperCase(text.charAt(start)) && text.charAt(start) != 'I');
    }

    /// Kana, kanji, and the marks that stand between them (ー 々 〆). Unicode calls ー "common to all scripts".
    private static boolean isJapanese(int c) {
        return (c >= 0x3041 && c <= 0x30FF && c != 0x30A0 && c != 0x30FB)
                || c == 0x3005
                || c == 0x303B
                || (c >= 0x31F0 && c <= 0x31FF)
                || Character.isIdeographic(c);
    }
}
