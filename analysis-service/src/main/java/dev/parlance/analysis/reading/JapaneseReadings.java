package dev.parlance.analysis.reading;

import dev.parlance.analysis.language.japanese.Kana;
import dev.parlance.analysis.language.text.PartOfSpeech;
import dev.parlance.analysis.language.text.Token;
import java.util.List;

/// Readings of Japanese words: the tokenizer's, corrected where the words beside it decide (私, 何,
/// 方) and where a number and its counter sound as one (三本 さんぼん).
final class JapaneseReadings {
    private JapaneseReadings() {}

    /// Null for a word that is not Japanese or that no dictionary knows.
    static Reading of(String text, List<Token> words, int at) {
        var word = words.get(at);
        String kana = spokenKana(text, words, at);
        if (kana == null) {
            return null;
        }
        String written = Kana.isOnlyKana(word.surface()) ? word.surface() : writtenKana(word.surface(), kana);
        return new Reading(
                Kana.toHiragana(written),
                Kana.toKatakana(written),
                Hepburn.of(kana, isVerbEnding(word, kana)),
                null,
                null);
    }

    private static String spokenKana(String text, List<Token> words, int at) {
        var word = words.get(at);
        if (word.kana() == null || Kana.isOnlyKana(word.surface())) {
            return word.kana();
        }
        String counted = JapaneseCounters.kana(text, words, at);
        return counted != null ? counted : KanaOverrides.kana(words, at);
    }

    /// With the kana that a word ends in as they are written: 或いは is あるいは, though spoken アルイワ.
    private static String writtenKana(String surface, String kana) {
        char[] spelt = null;
        int last = surface.length() - 1;
        for (int i = 0; i < Math.min(surface.length(), kana.length()) && Kana.isKana(surface.charAt(last - i)); i++) {
            int at = kana.length() - 1 - i;
            boolean particle = surface.charAt(last - i) == 'は' && kana.charAt(at) == 'ワ';
            if (particle) {
                spelt = kana.toCharArray();
                spelt[at] = 'ハ';
            }
        }
        return spelt == null ? kana : new String(spelt);
    }

    /// The う of 思う and 言う is an ending, in 行こう and でしょう it lengthens.
    private static boolean isVerbEnding(Token word, String kana) {
        return word.partOfSpeech() == PartOfSpeech.VERB
                && kana.endsWith("ウ")
                && word.surface().endsWith("う")
                && word.surface().equals(word.display());
    }
}
