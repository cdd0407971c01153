package dev.parlance.analysis.emotion;

import dev.parlance.analysis.language.Table;
import dev.parlance.analysis.language.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether a language's words deny a feeling near them: non sono felice, Ich weine nicht, 嬉しくない.
///
/// Simple on purpose: a denial up to three words before the feeling, or up to two after it, with no punctuation
/// between. In Japanese it follows, and only particles and auxiliaries may stand between: 怖くはない, 怒っていません. An
/// adjective that is denied ends in く: 楽しいじゃない says that it is fun.
///
/// @param before those that stand before what they deny; one that ends in ' may begin a word
/// @param between empty: any word may stand between
record Negation(Set<String> before, Set<String> after, Set<String> between) {
    private static final Negation NONE = new Negation(Set.of(), Set.of(), Set.of());
    private static final int REACH_BACK = 3;
    private static final int REACH_FORWARD = 2;
    private static final int REACH_OVER_AUXILIARIES = 5;
    private static final Set<String> NOUNS_IN_I = Set.of("嫌い", "大嫌い", "笑い", "幸い");

    static Map<String, Negation> load() {
        var byLanguage = new HashMap<String, Negation>();
        for (String[] columns : Table.rows("/emotion/negation.tsv", 3)) {
            var negation = byLanguage.computeIfAbsent(
                    columns[0], _ -> new Negation(new HashSet<>(), new HashSet<>(), new HashSet<>()));
            boolean added =
                    switch (columns[2]) {
                        case "before" -> negation.before.add(columns[1]);
                        case "after" -> negation.after.add(columns[1]);
                        case "between" -> negation.between.add(columns[1]);
                        default -> false;
                    };
            if (!added) {
                throw new IllegalStateException("/emotion/negation.tsv: what is “%s”?".formatted(columns[1]));
            }
        }
        return Map.copyOf(byLanguage);
    }

    static Negation none() {
        return NONE;
    }

    /// @param first the word of feeling, or the first of two
    /// @param last the same word, or the second
    boolean denies(String text, List<Token> words, int first, int last) {
        return isDeniedBefore(text, words, first) || isDeniedAfter(text, words, last);
    }

    private boolean isDeniedBefore(String text, List<Token> words, int at) {
        for (int i = at - 1; i >= Math.max(0, at - REACH_BACK) && !before.isEmpty(); i--) {
            if (pausesBetween(text, words.get(i), words.get(i + 1))) {
                return false;
            }
            if (isBefore(words.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isBefore(Token word) {
        int elision = word.display().indexOf('\'');
        return isIn(before, word)
                || (elision > 0 && before.contains(word.display().substring(0, elision + 1)));
    }

    private boolean isDeniedAfter(String text, List<Token> words, int at) {
        if (after.isEmpty() || (!between.isEmpty() && isPlainAdjective(words.get(at)))) {
            return false;
        }
        int reach = between.isEmpty() ? REACH_FORWARD : REACH_OVER_AUXILIARIES;
        for (int i = at + 1; i <= Math.min(words.size() - 1, at + reach); i++) {
            if (pausesBetween(text, words.get(i - 1), words.get(i))) {
                return false;
            }
            if (isIn(after, words.get(i))) {
                return true;
            }
            if (!between.isEmpty() && !isIn(between, words.get(i))) {
                return false;
            }
        }
        return false;
    }

    private static boolean isPlainAdjective(Token word) {
        return word.surface().endsWith("い") && word.lemma().endsWith("い") && !NOUNS_IN_I.contains(word.lemma());
    }

    private static boolean isIn(Set<String> denials, Token word) {
        return denials.contains(word.lemma()) || denials.contains(word.display());
    }

    /// Anything but white space, apostrophes and hyphens: a comma, a full stop, an emoji.
    private static boolean pausesBetween(String text, Token first, Token second) {
        for (int i = first.end(); i < second.start(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '-' && c != '\'' && c != '\u2019') {
                return true;
            }
        }
        return false;
    }
}
