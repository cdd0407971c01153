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

    /// Small kana and the marks that lengthen or repeat: letters to Unicode, no word by themselves.
    static boolean onlyDrawnOutIn(String text) {
        return text.chars().allMatch(c -> "ーっッぁぃぅぇぉゃゅょゎァィゥェォャュョヮゝゞヽヾ々".indexOf(c) >= 0);
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
