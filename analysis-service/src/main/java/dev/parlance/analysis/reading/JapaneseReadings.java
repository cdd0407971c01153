package dev.parlance.analysis.reading;

import dev.parlance.analysis.language.Kana;
import dev.parlance.analysis.language.PartOfSpeech;
import dev.parlance.analysis.language.Token;
import java.util.List;

/// Readings of Japanese words: what the word reader heard, corrected where the words beside it decide (私, 何,
/// 方) and where a number and its counter sound as one (三本 さんぼん).
final class JapaneseReadings {
    private JapaneseReadings() {}

    /// Null for a word that is not Japanese or that no dictionary knows.
    static Reading of(String text, List<Token> words, int at) {
        var word = words.get(at);
        String kana = spoken(text, words, at);
        if (kana == null) {
            return null;
        }
        String written = Kana.only(word.surface()) ? word.surface() : kana;
        return new Reading(
                Kana.hiragana(written), Kana.katakana(written), Hepburn.of(kana, endsApart(word, kana)), null, null);
    }

    private static String spoken(String text, List<Token> words, int at) {
        var word = words.get(at);
        if (word.kana() == null || Kana.only(word.surface())) {
            return word.kana();
        }
        String counted = Counters.kana(text, words, at);
        return counted != null ? counted : KanaOverrides.kana(words, at);
    }

    /// The う of 思う and 言う is an ending, in 行こう and でしょう it lengthens.
    private static boolean endsApart(Token word, String kana) {
        return word.partOfSpeech() == PartOfSpeech.VERB
                && kana.endsWith("ウ")
                && word.surface().endsWith("う")
                && word.surface().equals(word.display());
    }
}
