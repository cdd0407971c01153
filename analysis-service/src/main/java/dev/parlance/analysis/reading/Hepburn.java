package dev.parlance.analysis.reading;

import dev.parlance.analysis.language.dictionary.TsvResource;
import java.util.Map;
import java.util.stream.Collectors;

/// Katakana in Latin letters, by modified Hepburn: 東京 tōkyō, 先生 sensei, おいしい oishii, ビール bīru, 真一
/// shin'ichi, マッチャ matcha.
///
/// A vowel is long, and has a macron, where ー follows or the same one does (ア after a, ウ after u or o, エ
/// after e, オ after o); ei and ii are written out unless spelt with ー.
final class Hepburn {
    private static final String SHORT_VOWELS = "aiueo";
    private static final String LONG_VOWELS = "āīūēō";
    private static final Map<String, String> SYLLABLES = TsvResource.rows("/reading/hepburn.tsv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

    private Hepburn() {}

    /// @param apart whether a last ウ is an ending, no lengthening: the う of 思う (omou), not that of 行こう (ikō)
    static String of(String kana, boolean apart) {
        var latin = new StringBuilder(kana.length() * 2);
        boolean doubled = false;
        for (int i = 0; i < kana.length(); ) {
            char c = kana.charAt(i);
            if (c == 'ッ') {
                doubled = true;
                i++;
                continue;
            }
            if (isLengthening(kana, i, latin) && !(apart && i == kana.length() - 1)) {
                lengthen(latin);
                i++;
                continue;
            }
            int length = i + 1 < kana.length() && SYLLABLES.containsKey(kana.substring(i, i + 2)) ? 2 : 1;
            String syllable = SYLLABLES.getOrDefault(kana.substring(i, i + length), "");
            append(latin, syllable, i > 0 && kana.charAt(i - 1) == 'ン', doubled);
            doubled = false;
            i += length;
        }
        return latin.toString();
    }

    private static void append(StringBuilder latin, String syllable, boolean afterN, boolean doubled) {
        if (syllable.isEmpty()) {
            return;
        }
        char first = syllable.charAt(0);
        boolean vowel = SHORT_VOWELS.indexOf(first) >= 0;
        if (afterN && (vowel || first == 'y')) {
            latin.append('\'');
        }
        if (doubled && !vowel) {
            latin.append(first == 'c' ? 't' : first);
        }
        latin.append(syllable);
    }

    private static boolean isLengthening(String kana, int at, StringBuilder latin) {
        char before = latin.isEmpty() ? 0 : latin.charAt(latin.length() - 1);
        return switch (kana.charAt(at)) {
            case 'ー' -> true;
            case 'ア' -> before == 'a';
            case 'ウ' -> before == 'u' || before == 'o';
            case 'エ' -> before == 'e';
            case 'オ' -> before == 'o' && !kana.startsWith("ウ", at + 1); // 思おう: omoō
            default -> false;
        };
    }

    private static void lengthen(StringBuilder latin) {
        int last = latin.length() - 1;
        int vowel = last < 0 ? -1 : SHORT_VOWELS.indexOf(latin.charAt(last));
        if (vowel >= 0) {
            latin.setCharAt(last, LONG_VOWELS.charAt(vowel));
        }
    }
}
