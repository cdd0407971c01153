package dev.parlance.analysis.language.japanese;

/// Tests and conversions of the two kana scripts, hiragana and katakana.
public final class Kana {
    private static final int KATAKANA_OFFSET = 'ア' - 'あ';

    private Kana() {}

    /// Whether all characters are hiragana, katakana or ー.
    public static boolean isOnlyKana(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isKana(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    public static boolean isKana(char c) {
        return (c >= 'ぁ' && c <= 'ゖ')
                || (c >= 'ァ' && c <= 'ヺ')
                || c == 'ー'
                || c == 'ゝ'
                || c == 'ゞ'
                || c == 'ヽ'
                || c == 'ヾ';
    }

    /// With hiragana converted to katakana; all else unchanged.
    public static String toKatakana(String text) {
        return shift(text, 'ぁ', 'ゖ', KATAKANA_OFFSET);
    }

    /// With katakana converted to hiragana where there is one; all else, also ー, unchanged.
    public static String toHiragana(String text) {
        return shift(text, 'ァ', 'ヶ', -KATAKANA_OFFSET);
    }

    private static String shift(String text, char first, char last, int by) {
        char[] shifted = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= first && c <= last) {
                shifted = shifted == null ? text.toCharArray() : shifted;
                shifted[i] = (char) (c + by);
            }
        }
        return shifted == null ? text : new String(shifted);
    }
}
