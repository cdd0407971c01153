package dev.parlance.analysis.reading;

import com.ibm.icu.lang.UScript;
import dev.parlance.analysis.language.text.Token;
import java.util.ArrayList;
import java.util.List;

/// How each word of a text is read, by its language and its script: Japanese in kana and romaji, Chinese in
/// pinyin, any other script in Latin letters. A word in Latin letters needs no reading, and Han characters in a
/// text of any other language have none that could be known.
public final class Readings {
    /// One reading for each of the words, in their order.
    ///
    /// @param text of which the words are
    /// @param words its tokens
    public List<Reading> of(String text, List<Token> words) {
        var readings = new ArrayList<Reading>(words.size());
        for (int at = 0; at < words.size(); at++) {
            var reading = reading(text, words, at);
            readings.add(reading == null ? Reading.NONE : reading);
        }
        return readings;
    }

    private static Reading reading(String text, List<Token> words, int at) {
        var word = words.get(at);
        return switch (script(word.surface())) {
            case UScript.LATIN, UScript.UNKNOWN -> null;
            case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA ->
                switch (word.language()) {
                    case "ja" -> JapaneseReadings.of(text, words, at);
                    case "zh" -> ChineseReadings.of(word);
                    default -> null;
                };
            case UScript.HANGUL -> LatinTransliteration.ofKorean(word);
            default -> LatinTransliteration.of(word);
        };
    }

    /// Of the first letter that has one: marks and ー are common to several.
    private static int script(String word) {
        for (int i = 0; i < word.length(); ) {
            int c = word.codePointAt(i);
            int script = UScript.getScript(c);
            if (Character.isLetter(c) && script != UScript.COMMON && script != UScript.INHERITED) {
                return script;
            }
            i += Character.charCount(c);
        }
        return UScript.UNKNOWN;
    }
}
