package dev.parlance.analysis.language;

import com.atilika.kuromoji.unidic.Token;

/// How a unit of UniDic is spoken, spelt in katakana: ガッコウ for 学校, イコウ for 行こう.
///
/// UniDic gives the pronunciation, in which every long vowel is ー (ガッコー, トーリ), and the reading of the
/// lemma, which spells them (ガッコウ, トオリ). Where the two agree the lemma's spelling stands; where a word
/// is inflected or its first or last sound changes, the pronunciation does, with a ー after o spelt ウ, after e
/// イ. What is written in kana is spelt as written, but for the particles は, へ and を and words that hold
/// them: ワ, エ, オ, コンニチワ.
final class SpokenKana {
    private static final String UNKNOWN = "*";
    private static final String A = "アカガサザタダナハバパマヤラワァャヮ";
    private static final String I = "イキギシジチヂニヒビピミリヰィ";
    private static final String E = "エケゲセゼテデネヘベペメレヱェ";
    private static final String O = "オコゴソゾトドノホボポモヨロヲォョ";

    private SpokenKana() {}

    /// Null where UniDic does not know the unit and it is not written in kana.
    static String of(Token unit) {
        String surface = unit.getSurface();
        if (Kana.only(surface)) {
            String kana = Kana.katakana(surface);
            return hasParticle(kana) ? asWritten(kana, unit.getPronunciation()) : kana;
        }
        String spoken = unit.getPronunciation();
        if (UNKNOWN.equals(spoken) || spoken.isEmpty()) {
            return null;
        }
        if (spoken.equals("ユー") && surface.equals("言う")) {
            return "イウ"; // the one verb that is not spoken as it is spelt
        }
        boolean ambiguous = spoken.indexOf('ー') >= 0 || spoken.indexOf('ズ') >= 0 || spoken.indexOf('ジ') >= 0;
        return ambiguous ? spelt(spoken, unit.getLemmaReadingForm()) : spoken;
    }

    private static boolean hasParticle(String kana) {
        return kana.indexOf('ハ') >= 0 || kana.indexOf('ヘ') >= 0 || kana.indexOf('ヲ') >= 0;
    }

    /// The spelling of the surface, save that ハ, ヘ and ヲ are what they sound like.
    private static String asWritten(String surface, String spoken) {
        if (surface.length() != spoken.length()) {
            return surface;
        }
        char[] kana = null;
        for (int i = 0; i < surface.length(); i++) {
            char c = surface.charAt(i);
            char sound = spoken.charAt(i);
            boolean softened = (c == 'ハ' && sound == 'ワ') || (c == 'ヘ' && sound == 'エ') || (c == 'ヲ' && sound == 'オ');
            if (softened) {
                kana = kana == null ? surface.toCharArray() : kana;
                kana[i] = sound;
            }
        }
        return kana == null ? surface : new String(kana);
    }

    private static String spelt(String spoken, String lemma) {
        char[] kana = spoken.toCharArray();
        for (int i = 0; i < kana.length; i++) {
            char base = i < lemma.length() ? lemma.charAt(i) : 0;
            boolean sameSound = (kana[i] == 'ー' && i > 0 && lengthens(kana[i - 1], base))
                    || (kana[i] == 'ズ' && base == 'ヅ')
                    || (kana[i] == 'ジ' && base == 'ヂ');
            if (sameSound) {
                kana[i] = base;
            } else if (kana[i] == 'ー' && i > 0 && base != 'ー') {
                kana[i] = drawnOut(kana[i - 1]);
            }
        }
        return new String(kana);
    }

    private static boolean lengthens(char before, char vowel) {
        return switch (vowel) {
            case 'ア' -> A.indexOf(before) >= 0;
            case 'イ' -> I.indexOf(before) >= 0 || E.indexOf(before) >= 0;
            case 'ウ' -> A.indexOf(before) < 0 && I.indexOf(before) < 0 && E.indexOf(before) < 0;
            case 'エ' -> E.indexOf(before) >= 0;
            case 'オ' -> O.indexOf(before) >= 0;
            default -> false;
        };
    }

    private static char drawnOut(char before) {
        if (A.indexOf(before) >= 0) {
            return 'ア';
        }
        return lengthens(before, 'イ') ? 'イ' : 'ウ';
    }
}
