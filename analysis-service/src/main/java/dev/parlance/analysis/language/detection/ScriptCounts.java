package dev.parlance.analysis.language.detection;

import java.lang.Character.UnicodeScript;

/// The number of a text's letters by script, for the scripts that are evidence of a language.
///
/// @param letters in any script
record ScriptCounts(int letters, int latin, int kana, int hangul, int han) {
    static ScriptCounts of(String text) {
        int letters = 0;
        int latin = 0;
        int kana = 0;
        int hangul = 0;
        int han = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isLetter(c)) {
                letters++;
                switch (UnicodeScript.of(c)) {
                    case LATIN -> latin++;
                    case HIRAGANA, KATAKANA -> kana++;
                    case HANGUL -> hangul++;
                    case HAN -> han++;
                    default -> {}
                }
            }
        }
        return new ScriptCounts(letters, latin, kana, hangul, han);
    }

    boolean isLatin() {
        return latin * 2 > letters;
    }

    /// Whether any letter is in a script of Chinese, Japanese or Korean.
    boolean isEastAsian() {
        return kana + hangul + han > 0;
    }

    /// The language of the script of most letters: `ko` for Hangul, `ja` for Han with kana, `zh` for Han without; null
    /// for scripts of several languages.
    String language() {
        if (hangul * 2 > letters) {
            return "ko";
        }
        if ((kana + han) * 2 > letters) {
            return kana > 0 ? "ja" : "zh";
        }
        return null;
    }
}
