package dev.parlance.analysis.emotion.lexicon;

import dev.parlance.analysis.language.dictionary.TsvResource;
import dev.parlance.analysis.language.text.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether an emotion word is negated by words near it: non sono felice, Ich weine nicht, 嬉しくない.
///
/// Simple on purpose: a negation up to three words before the emotion word, or up to two after it, with no punctuation
/// between. In Japanese it follows, and only particles and auxiliaries may stand between: 怖くはない, 怒っていません. A
/// negated adjective ends in く: 楽しいじゃない says that it is fun.
///
/// @param before negations that stand before the word; one that ends in ' may begin a word
/// @param between empty: any word may stand between
public record Negation(Set<String> before, Set<String> after, Set<String> between) {
    private static final Negation NONE = new Negation(Set.of(), Set.of(), Set.of());
    private static final int MAX_WORDS_BEFORE = 3;
    private static final int MAX_WORDS_AFTER = 2;
    private static final int MAX_AUXILIARIES_BETWEEN = 5;
    private static final Set<String> NOUNS_IN_I = Set.of("嫌い", "大嫌い", "笑い", "幸い");

    public static Map<String, Negation> load() {
        var byLanguage = new HashMap<String, Negation>();
        for (String[] columns : TsvResource.rows("/emotion/negation.tsv", 3)) {
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

    public static Negation none() {
        return NONE;
    }

    /// @param first the emotion word, or the first of two
    /// @param last the same word, or the second
    public boolean negates(String text, List<Token> words, int first, int last) {
        return isNegatedBefore(text, words, first) || isNegatedAfter(text, words, last);
    }

    private boolean isNegatedBefore(String text, List<Token> words, int at) {
        for (int i = at - 1; i >= Math.max(0, at - MAX_WORDS_BEFORE) && !before.isEmpty(); i--) {
            if (hasPunctuationBetween(text, words.get(i), words.get(i + 1))) {
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

    private boolean isNegatedAfter(String text, List<Token> words, int at) {
        if (after.isEmpty() || (!between.isEmpty() && isPlainAdjective(words.get(at)))) {
            return false;
        }
        int reach = between.isEmpty() ? MAX_WORDS_AFTER : MAX_AUXILIARIES_BETWEEN;
        for (int i = at + 1; i <= Math.min(words.size() - 1, at + reach); i++) {
            if (hasPunctuationBetween(text, words.get(i - 1), words.get(i))) {
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

    private static boolean isIn(Set<String> negations, Token word) {
        return negations.contains(word.lemma()) || negations.contains(word.display());
    }

    /// Anything but white space, apostrophes and hyphens: a comma, a full stop, an emoji.
    private static boolean hasPunctuationBetween(String text, Token first, Token second) {
        for (int i = first.end(); i < second.start(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '-' && c != '\'' && c != '\u2019') {
                return true;
            }
        }
        return false;
    }
}
