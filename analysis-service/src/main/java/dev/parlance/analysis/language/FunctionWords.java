package dev.parlance.analysis.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a sentence is clearly in the language that it is said to be in, by its function words: most are, and
/// asking a model about each would cost more than everything else.
final class FunctionWords {
    /// One word in so many, at least.
    private static final int DENSE = 4;
    private static final Map<String, Set<String>> BY_LANGUAGE = load();

    private FunctionWords() {}

    /// Whether enough of the words are function words of this language, and no other language has as many of them.
    static boolean speakFor(String language, String part) {
        if (!BY_LANGUAGE.containsKey(language)) {
            return false;
        }
        Map<String, Integer> found = new HashMap<>();
        int words = count(part, found);
        int its = found.getOrDefault(language, 0);
        return its * DENSE >= words
                && found.entrySet().stream()
                        .allMatch(other -> other.getKey().equals(language) || other.getValue() < its);
    }

    /// How many there are of each language.
    static Map<String, Integer> in(String text) {
        Map<String, Integer> found = new HashMap<>();
        count(text, found);
        return found;
    }

    /// @return how many words there are, of whatever kind
    private static int count(String part, Map<String, Integer> found) {
        int words = 0;
        for (int at = 0; at < part.length(); ) {
            int start = at;
            while (at < part.length() && isOfWord(part.charAt(at))) {
                at++;
            }
            if (at > start) {
                words++;
                look(part.substring(start, at).toLowerCase(Locale.ROOT).replace('’', '\''), found);
            } else {
                at++;
            }
        }
        return words;
    }

    private static void look(String word, Map<String, Integer> found) {
        BY_LANGUAGE.forEach((language, words) -> {
            if (words.contains(word)) {
                found.merge(language, 1, Integer::sum);
            }
        });
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || c == '\'' || c == '’';
    }

    private static Map<String, Set<String>> load() {
        return Table.rows("/language/function-words.tsv", 2).stream()
                .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> Set.of(row[1].split(" ", -1))));
    }
}
