package dev.parlance.analysis.reading;

import dev.parlance.analysis.language.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What UniDic reads in a way that its neighbours forbid, from the reviewed table `reading/japanese.tsv`.
final class KanaOverrides {
    private static final String ANY = "*";

    /// @param before surfaces of the word before, or `*`
    /// @param after surfaces of the word after, or `*`
    private record Rule(Set<String> before, Set<String> after, String kana) {
        boolean fits(String text, List<Token> words, int at) {
            return fits(before, neighbour(words, at, -1)) && fits(after, neighbour(words, at, 1));
        }

        private static boolean fits(Set<String> allowed, String surface) {
            return allowed.contains(ANY) || allowed.contains(surface);
        }
    }

    private static final Map<String, List<Rule>> RULES = Rows.of("japanese.tsv").stream()
            .collect(Collectors.groupingBy(
                    row -> row[0],
                    Collectors.mapping(row -> new Rule(alternatives(row[1]), alternatives(row[2]), row[3]), Collectors.toList())));

    private KanaOverrides() {}

    /// As the table has it, by the first rule that fits; else as the word reader has it.
    static String kana(String text, List<Token> words, int at) {
        var word = words.get(at);
        for (var rule : RULES.getOrDefault(word.surface(), List.of())) {
            if (rule.fits(text, words, at)) {
                return rule.kana();
            }
        }
        return word.kana();
    }

    private static Set<String> alternatives(String cell) {
        return Arrays.stream(cell.split("\\|")).collect(Collectors.toUnmodifiableSet());
    }

    /// The surface of the word that touches this one on that side; empty where punctuation, a space or nothing does.
    private static String neighbour(List<Token> words, int at, int side) {
        int other = at + side;
        if (other < 0 || other >= words.size()) {
            return "";
        }
        var left = words.get(Math.min(at, other));
        var right = words.get(Math.max(at, other));
        return left.end() == right.start() ? words.get(other).surface() : "";
    }
}
