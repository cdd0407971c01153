package dev.parlance.analysis.reading;

import java.util.Map;

/// Hangul in Latin letters as South Korea's government spells it, by sound: 학교 hakgyo, 한국어 hangugeo,
/// 합니다 hamnida, 신라 silla, 같이 gachi, 좋다 jota.
///
/// Source: Revised Romanization of Korean, Ministry of Culture and Tourism, proclamation 2000-8. Consonants
/// that only tense are spelt plain (압구정 apgujeong), as it says; ㅎ after ㄱ, ㄷ and ㅂ is spelt in nouns
/// (묵호 mukho) and heard in verbs (잡혀 japyeo).
final class RevisedRomanization {
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int FINAL_COUNT = 28;
    private static final int VOWEL_COUNT = 21;
    private static final String[] INITIALS = {
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"
    };
    private static final String[] VOWEL_LETTERS = {
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
        "ui", "i"
    };

    /// How a final consonant sounds before another and at the end.
    private static final String[] FINAL_SOUNDS = {
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t"
    };

    /// What of it stays, and after `|` what goes over to a vowel that follows.
    private static final String[] LIAISON_SOUNDS = {
        "|", "|g", "|kk", "k|s", "|n", "n|j", "|n", "|d", "|r", "l|g", "l|m", "l|b", "l|s", "l|t", "l|p", "|r", "|m",
        "|b", "p|s", "|s", "|ss", "ng|", "|j", "|ch", "|k", "|t", "|p", "|"
    };

    private static final int NIEUN_HIEUT = 6;
    private static final int RIEUL_HIEUT = 15;
    private static final int HIEUT = 27;
    private static final int DIGEUT = 7;
    private static final int TIEUT = 25;
    private static final int JIEUT = 22;
    private static final int RIEUL_TIEUT = 13;
    private static final int VOWEL_I = 20;
    private static final Map<String, String> ASPIRATED = Map.of("g", "k", "d", "t", "b", "p", "j", "ch");

    private RevisedRomanization() {}

    /// All but Hangul syllables stays as it is.
    ///
    /// @param predicate whether it is a verb or an adjective
    static String of(String word, boolean predicate) {
        var latin = new StringBuilder(word.length() * 3);
        String initial = null; // what the syllable before has made of this one's
        for (int i = 0; i < word.length(); i++) {
            int syllable = word.charAt(i) - FIRST_SYLLABLE;
            if (!isSyllable(word, i)) {
                latin.append(word.charAt(i));
                initial = null;
                continue;
            }
            latin.append(initial == null ? INITIALS[syllable / FINAL_COUNT / VOWEL_COUNT] : initial);
            latin.append(VOWEL_LETTERS[syllable / FINAL_COUNT % VOWEL_COUNT]);
            if (isSyllable(word, i + 1)) {
                int next = word.charAt(i + 1) - FIRST_SYLLABLE;
                String[] met = joinSyllables(
                        syllable % FINAL_COUNT,
                        next / FINAL_COUNT / VOWEL_COUNT,
                        next / FINAL_COUNT % VOWEL_COUNT == VOWEL_I,
                        predicate);
                latin.append(met[0]);
                initial = met[1];
            } else {
                latin.append(FINAL_SOUNDS[syllable % FINAL_COUNT]);
                initial = null;
            }
        }
        return latin.toString();
    }

    private static boolean isSyllable(String word, int at) {
        return at < word.length() && word.charAt(at) >= FIRST_SYLLABLE && word.charAt(at) <= LAST_SYLLABLE;
    }

    /// What becomes of a final consonant and the initial one after it.
    private static String[] joinSyllables(int last, int first, boolean beforeI, boolean predicate) {
        String initial = INITIALS[first];
        if (initial.isEmpty()) {
            return beforeI && (last == DIGEUT || last == TIEUT || last == RIEUL_TIEUT)
                    ? new String[] {last == RIEUL_TIEUT ? "l" : "", last == DIGEUT ? "j" : "ch"}
                    : LIAISON_SOUNDS[last].split("\\|", -1);
        }
        boolean hieut = last == HIEUT || last == NIEUN_HIEUT || last == RIEUL_HIEUT;
        String rest = last == HIEUT ? "" : FINAL_SOUNDS[last];
        if (hieut && ASPIRATED.containsKey(initial)) {
            return new String[] {rest, ASPIRATED.get(initial)};
        }
        if (last == HIEUT && initial.equals("s")) {
            return new String[] {"", "s"};
        }
        String closed = FINAL_SOUNDS[last];
        if (initial.equals("h") && predicate && "ktp".contains(closed) && !closed.isEmpty()) {
            return new String[] {"", closed.equals("t") ? (last == JIEUT ? "ch" : "t") : closed};
        }
        return assimilated(closed, initial);
    }

    private static String[] assimilated(String closed, String initial) {
        boolean nasal = initial.equals("n") || initial.equals("m");
        boolean liquid = initial.equals("r");
        String left = nasal || (liquid && !closed.equals("n") && !closed.equals("l")) ? nasal(closed) : closed;
        if (liquid && (closed.equals("n") || closed.equals("l"))) {
            return new String[] {"l", "l"};
        }
        if (closed.equals("l") && initial.equals("n")) {
            return new String[] {"l", "l"};
        }
        return new String[] {left, liquid && !closed.isEmpty() ? "n" : initial};
    }

    private static String nasal(String closed) {
        return switch (closed) {
            case "k" -> "ng";
            case "t" -> "n";
            case "p" -> "m";
            default -> closed;
        };
    }
}
