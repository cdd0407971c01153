package dev.parlance.analysis.reading;

import dev.parlance.analysis.language.dictionary.TsvResource;
import dev.parlance.analysis.language.text.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Corrects UniDic's reading of words where the words beside them decide, or where learners are taught another: by the
/// reviewed table `reading/japanese.tsv`.
final class KanaOverrides {
    private static final String ANY_NEIGHBOUR = "*";
    private static final String NO_NEIGHBOUR = "-";

    /// @param before surfaces or `@` and parts of speech of the word that touches it on the left, `*` for any,
    ///     `-` for none
    /// @param after the same on the right
    private record KanaRule(Set<String> before, Set<String> after, String kana) {
        boolean fits(List<Token> words, int at) {
            return fits(before, neighbour(words, at, at - 1)) && fits(after, neighbour(words, at, at + 1));
        }

        private static boolean fits(Set<String> allowed, Token word) {
            if (allowed.contains(ANY_NEIGHBOUR)) {
                return true;
            }
            return word == null
                    ? allowed.contains(NO_NEIGHBOUR)
                    : allowed.contains(word.surface()) || allowed.contains("@" + word.partOfSpeech());
        }
    }

    private static final Map<String, List<KanaRule>> RULES = TsvResource.rows("/reading/japanese.tsv", 4).stream()
            .collect(Collectors.groupingBy(
                    row -> row[0],
                    Collectors.mapping(
                            row -> new KanaRule(alternatives(row[1]), alternatives(row[2]), row[3]),
                            Collectors.toUnmodifiableList())));

    private KanaOverrides() {}

    /// By the first rule that fits; else as the tokenizer has it.
    static String kana(List<Token> words, int at) {
        var word = words.get(at);
        for (var rule : RULES.getOrDefault(word.surface(), List.of())) {
            if (rule.fits(words, at)) {
                return rule.kana();
            }
        }
        return word.kana();
    }

    private static Set<String> alternatives(String cell) {
        return Arrays.stream(cell.split("\\|", -1)).collect(Collectors.toUnmodifiableSet());
    }

    /// Null where punctuation, a space or nothing stands between.
    private static Token neighbour(List<Token> words, int at, int other) {
        if (other < 0 || other >= words.size()) {
            return null;
        }
        var left = words.get(Math.min(at, other));
        var right = words.get(Math.max(at, other));
        return left.end() == right.start() ? words.get(other) : null;
    }
}
