package dev.parlance.analysis.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Takes a text in which languages are mixed apart, as learners speak: a whole sentence in the language that is
/// learnt, or a quoted stretch of it (Is it "il cane" or "lo cane"?). A sentence or a quotation is taken for another
/// language than that of the text only when that is clear; all else is in the text's own.
final class Stretches {
    private static final String LATIN = "latin";
    private static final int FEWEST_LETTERS = 8;
    private static final double CLEAR = 0.9;
    private static final String OPENING = "\"“„«‹「『";
    private static final String CLOSING = "\"”“»›」』";

    private Stretches() {}

    /// In order, without gaps; quotations within a sentence are stretches of their own where their language differs.
    ///
    /// @param candidates other languages that a part may be in
    static List<Stretch> of(String text, String language, Set<String> candidates) {
        List<Stretch> stretches = new ArrayList<>();
        int[] boundaries = Sentences.boundaries(text, language);
        for (int i = 1; i < boundaries.length; i++) {
            String its = language(text, boundaries[i - 1], boundaries[i], language, candidates);
            quotations(stretches, text, boundaries[i - 1], boundaries[i], its, candidates);
        }
        return stretches;
    }

    private static void quotations(
            List<Stretch> stretches, String text, int from, int to, String language, Set<String> candidates) {
        int open = -1;
        int done = from;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (open >= 0 && CLOSING.indexOf(c) >= 0) {
                String its = language(text, open, at, language, candidates);
                if (!its.equals(language)) {
                    add(stretches, language, done, open);
                    add(stretches, its, open, at);
                    done = at;
                }
                open = -1;
            } else if (open < 0 && OPENING.indexOf(c) >= 0) {
                open = at + 1;
            }
        }
        add(stretches, language, done, to);
    }

    /// A neighbour of the same language is made longer: most texts are one stretch.
    private static void add(List<Stretch> stretches, String language, int start, int end) {
        if (start == end) {
            return;
        }
        Stretch last = stretches.isEmpty() ? null : stretches.getLast();
        if (last != null && last.language().equals(language)) {
            stretches.set(stretches.size() - 1, new Stretch(language, last.start(), end));
        } else {
            stretches.add(new Stretch(language, start, end));
        }
    }

    private static String language(String text, int from, int to, String otherwise, Set<String> candidates) {
        String part = text.substring(from, to);
        String byScript = ofScript(part);
        if (byScript != null) {
            return byScript.equals(LATIN) ? ofLatin(part, otherwise, candidates) : ofOtherScript(byScript, otherwise);
        }
        return otherwise;
    }

    private static String ofLatin(String part, String otherwise, Set<String> candidates) {
        if (FunctionWords.speakFor(otherwise, part)) {
            return otherwise;
        }
        LanguageGuess guess = LanguageDetection.guess(part, rivals(otherwise, candidates));
        return guess.confidence() >= CLEAR && candidates.contains(guess.language()) ? guess.language() : otherwise;
    }

    /// A language that the model does not know cannot hold its own against a few: all are asked then.
    private static Set<String> rivals(String otherwise, Set<String> candidates) {
        if (candidates.contains(otherwise)) {
            return candidates;
        }
        if (!LanguageDetection.knows(otherwise)) {
            return Set.of();
        }
        Set<String> rivals = new HashSet<>(candidates);
        rivals.add(otherwise);
        return rivals;
    }

    /// Han characters are Japanese in a Japanese text; kana and hangul have one language each.
    private static String ofOtherScript(String language, String otherwise) {
        return language.equals("zh") && otherwise.equals("ja") ? otherwise : language;
    }

    /// @return the language of the script that most letters are written in, [#LATIN], or null for too few letters
    ///     and for scripts of several languages
    private static String ofScript(String part) {
        int latin = 0;
        int kana = 0;
        int hangul = 0;
        int han = 0;
        int letters = 0;
        for (int at = 0; at < part.length(); ) {
            int c = part.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isLetter(c)) {
                letters++;
                switch (UnicodeScript.of(c)) {
                    case LATIN -> latin++;
                    case HIRAGANA, KATAKANA -> kana++;
                    case HANGUL -> hangul++;
                    case HAN -> han++;
                    default -> {}
                }
            }
        }
        if (latin * 2 > letters) {
            return letters < FEWEST_LETTERS ? null : LATIN;
        }
        if (hangul * 2 > letters) {
            return "ko";
        }
        if ((kana + han) * 2 > letters) {
            return kana > 0 ? "ja" : "zh";
        }
        return null;
    }
}
