package dev.parlance.analysis.language.detection;

import dev.parlance.analysis.language.dictionary.TsvResource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Recognizes languages by function words. Most sentences are clearly in their text's language, and running the model
/// on each would cost more than the rest of the analysis.
final class FunctionWords {
    /// At least one word in so many must be a function word.
    private static final int MAX_WORDS_PER_FUNCTION_WORD = 4;
    private static final Map<String, Set<String>> BY_LANGUAGE = load();

    private FunctionWords() {}

    /// Whether enough of the words are function words of this language, and each other language has fewer.
    static boolean clearlyIndicate(String language, String part) {
        if (!BY_LANGUAGE.containsKey(language)) {
            return false;
        }
        Map<String, Integer> counts = new HashMap<>();
        int words = count(part, counts);
        int ownCount = counts.getOrDefault(language, 0);
        return ownCount * MAX_WORDS_PER_FUNCTION_WORD >= words
                && counts.entrySet().stream()
                        .allMatch(other -> other.getKey().equals(language) || other.getValue() < ownCount);
    }

    /// The number of function words per language; absent where there are none.
    static Map<String, Integer> countByLanguage(String text) {
        Map<String, Integer> counts = new HashMap<>();
        count(text, counts);
        return counts;
    }

    /// Adds the function words to the counts.
    ///
    /// @return the number of all words
    private static int count(String part, Map<String, Integer> counts) {
        int words = 0;
        for (int at = 0; at < part.length(); ) {
            int start = at;
            while (at < part.length() && isWordCharacter(part.charAt(at))) {
                at++;
            }
            if (at > start) {
                words++;
                countMatches(part.substring(start, at).toLowerCase(Locale.ROOT).replace('’', '\''), counts);
            } else {
                at++;
            }
        }
        return words;
    }

    private static void countMatches(String word, Map<String, Integer> counts) {
        BY_LANGUAGE.forEach((language, words) -> {
            if (words.contains(word)) {
                counts.merge(language, 1, Integer::sum);
            }
        });
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetter(c) || c == '\'' || c == '’';
    }

    private static Map<String, Set<String>> load() {
        return TsvResource.rows("/language/function-words.tsv", 2).stream()
                .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> Set.of(row[1].split(" ", -1))));
    }
}
