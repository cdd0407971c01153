package dev.parlance.analysis.language;

import java.lang.Character.UnicodeScript;

/// Which scripts the letters of a text are written in, as far as they tell its language.
///
/// @param letters of all scripts
record Scripts(int letters, int latin, int kana, int hangul, int han) {
    static Scripts of(String text) {
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
        return new Scripts(letters, latin, kana, hangul, han);
    }

    boolean isLatin() {
        return latin * 2 > letters;
    }

    /// Whether any of them is of a script of Chinese, Japanese or Korean.
    boolean isEastAsian() {
        return kana + hangul + han > 0;
    }

    /// The language of the script that most letters are written in: `ja` where kana are among Han characters,
    /// `zh` where none are; null for scripts of several languages.
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
