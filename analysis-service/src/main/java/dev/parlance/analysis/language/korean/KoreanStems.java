package dev.parlance.analysis.language.korean;

import dev.parlance.analysis.language.korean.KoreanMorphemes.Morpheme;

/// Corrects stems where mecab-ko-dic chooses the rarer of two verbs with the same form: 가는 is far more often of 가다
/// than of 갈다, 주고 always of 주다, 들고 of 들다, because 듣다 keeps its ㄷ before a consonant.
final class KoreanStems {
    private KoreanStems() {}

    static String of(Morpheme predicate, String text) {
        String stem = predicate.form();
        boolean contracted = !text.startsWith(stem, predicate.start());
        if (!contracted) {
            return stem;
        }
        return switch (stem) {
            case "갈" -> "가";
            case "줏" -> "주";
            case "재밌" -> "재미있";
            case "듣" ->
                text.startsWith("들", predicate.start()) && !beforeVowel(text, predicate.start() + 1) ? "들" : stem;
            default -> stem;
        };
    }

    /// Whether the syllable here starts with a vowel, written with a silent ㅇ: 들어, 들으면, but not 들고.
    private static boolean beforeVowel(String text, int at) {
        return at < text.length() && text.charAt(at) >= '아' && text.charAt(at) <= '잏';
    }
}
