package dev.parlance.analysis.language.japanese;

import com.atilika.kuromoji.unidic.Token;

/// The pronunciation of a unit of UniDic, spelt in katakana: ガッコウ for 学校, イコウ for 行こう.
///
/// UniDic has the pronunciation, in which every long vowel is ー (ガッコー, トーリ), and the reading of the lemma, which
/// spells them (ガッコウ, トオリ). Where the two agree, the lemma's spelling is used. Where inflection or a sound change
/// makes them differ, the pronunciation is, with ー spelt ウ after o and イ after e. Kana are spelt as written, but for
/// the particles は, へ and を and words that contain them: ワ, エ, オ, コンニチワ.
final class KanaPronunciation {
    private static final String UNKNOWN = "*";
    private static final String A_COLUMN = "アカガサザタダナハバパマヤラワァャヮ";
    private static final String I_COLUMN = "イキギシジチヂニヒビピミリヰィ";
    private static final String E_COLUMN = "エケゲセゼテデネヘベペメレヱェ";
    private static final String O_COLUMN = "オコゴソゾトドノホボポモヨロヲォョ";

    private KanaPronunciation() {}

    /// Null if UniDic does not know the unit and it is not in kana.
    static String of(Token unit) {
        String surface = unit.getSurface();
        if (Kana.isOnlyKana(surface)) {
            String kana = Kana.toKatakana(surface);
            return hasParticle(kana) ? withSpokenParticles(kana, unit.getPronunciation()) : kana;
        }
        String spoken = unit.getPronunciation();
        if (UNKNOWN.equals(spoken) || spoken.isEmpty()) {
            return null;
        }
        if (spoken.equals("ユー") && surface.equals("言う")) {
            return "イウ"; // the only verb that is not pronounced as spelt
        }
        boolean ambiguous = spoken.indexOf('ー') >= 0 || spoken.indexOf('ズ') >= 0 || spoken.indexOf('ジ') >= 0;
        return ambiguous ? spellLongVowels(spoken, unit.getLemmaReadingForm()) : spoken;
    }

    private static boolean hasParticle(String kana) {
        return kana.indexOf('ハ') >= 0 || kana.indexOf('ヘ') >= 0 || kana.indexOf('ヲ') >= 0;
    }

    /// The surface with ハ, ヘ and ヲ as pronounced.
    private static String withSpokenParticles(String surface, String spoken) {
        if (surface.length() != spoken.length()) {
            return surface;
        }
        char[] kana = null;
        for (int i = 0; i < surface.length(); i++) {
            char c = surface.charAt(i);
            char sound = spoken.charAt(i);
            boolean particleSound =
                    (c == 'ハ' && sound == 'ワ') || (c == 'ヘ' && sound == 'エ') || (c == 'ヲ' && sound == 'オ');
            if (particleSound) {
                kana = kana == null ? surface.toCharArray() : kana;
                kana[i] = sound;
            }
        }
        return kana == null ? surface : new String(kana);
    }

    private static String spellLongVowels(String spoken, String lemma) {
        char[] kana = spoken.toCharArray();
        for (int i = 0; i < kana.length; i++) {
            char base = i < lemma.length() ? lemma.charAt(i) : 0;
            boolean sameSound = (kana[i] == 'ー' && i > 0 && lengthens(kana[i - 1], base))
                    || (kana[i] == 'ズ' && base == 'ヅ')
                    || (kana[i] == 'ジ' && base == 'ヂ');
            if (sameSound) {
                kana[i] = base;
            } else if (kana[i] == 'ー' && i > 0 && base != 'ー') {
                kana[i] = lengtheningVowel(kana[i - 1]);
            }
        }
        return new String(kana);
    }

    private static boolean lengthens(char before, char vowel) {
        return switch (vowel) {
            case 'ア' -> A_COLUMN.indexOf(before) >= 0;
            case 'イ' -> I_COLUMN.indexOf(before) >= 0 || E_COLUMN.indexOf(before) >= 0;
            case 'ウ' -> A_COLUMN.indexOf(before) < 0 && I_COLUMN.indexOf(before) < 0 && E_COLUMN.indexOf(before) < 0;
            case 'エ' -> E_COLUMN.indexOf(before) >= 0;
            case 'オ' -> O_COLUMN.indexOf(before) >= 0;
            default -> false;
        };
    }

    private static char lengtheningVowel(char before) {
        if (A_COLUMN.indexOf(before) >= 0) {
            return 'ア';
        }
        return lengthens(before, 'イ') ? 'イ' : 'ウ';
    }
}
