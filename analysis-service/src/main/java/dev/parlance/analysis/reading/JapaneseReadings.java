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
        String written = Kana.only(word.surface()) ? word.surface() : spelt(word.surface(), kana);
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

    /// With the kana that a word ends in as they are written: 或いは is あるいは, though spoken アルイワ.
    private static String spelt(String surface, String kana) {
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
    private static boolean endsApart(Token word, String kana) {
        return word.partOfSpeech() == PartOfSpeech.VERB
                && kana.endsWith("ウ")
                && word.surface().endsWith("う")
                && word.surface().equals(word.display());
    }
}
