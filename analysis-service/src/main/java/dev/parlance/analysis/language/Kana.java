package dev.parlance.analysis.language;

/// The two kana scripts, which say the same in different letters.
public final class Kana {
    private static final int APART = 'ア' - 'あ';

    private Kana() {}

    /// Hiragana, katakana and ー alone.
    public static boolean only(String text) {
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

    /// With every hiragana as katakana; all else stays.
    public static String katakana(String text) {
        return moved(text, 'ぁ', 'ゖ', APART);
    }

    /// With every katakana as hiragana that has one; all else, ー too, stays.
    public static String hiragana(String text) {
        return moved(text, 'ァ', 'ヶ', -APART);
    }

    private static String moved(String text, char first, char last, int by) {
        char[] moved = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= first && c <= last) {
                moved = moved == null ? text.toCharArray() : moved;
                moved[i] = (char) (c + by);
            }
        }
        return moved == null ? text : new String(moved);
    }
}
