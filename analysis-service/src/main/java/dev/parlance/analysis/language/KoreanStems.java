package dev.parlance.analysis.language;

import dev.parlance.analysis.language.KoreanMorphemes.Morpheme;

/// Stems that mecab-ko-dic gives for a rarer verb that looks the same here: 가는 is of 가다 far more often than
/// of 갈다, 주고 always of 주다, 들고 of 들다, since 듣다 keeps its ㄷ before a consonant.
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

    /// Whether the syllable there begins with ㅇ, which is none: 들어, 들으면, but not 들고.
    private static boolean beforeVowel(String text, int at) {
        return at < text.length() && text.charAt(at) >= '아' && text.charAt(at) <= '잏';
    }
}
