package dev.parlance.benchmark.analysis;

import dev.parlance.benchmark.analysis.gold.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What tutors of Italian tell their learners in CIMA, `"is behind the" is "e dietro"`: the form of these hints
/// says which part is in which language, so nobody has to mark them. The few that have the Italian first are
/// left out.
final class TutorHints {
    private static final Pattern HINT = Pattern.compile("\"([^\"]+)\"\\s+is\\s+\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /// How much more often a word is on the Italian side of a hint than on the English one.
    private final Map<String, Integer> italianBiasByWord = new HashMap<>();

    /// @param english where the English phrase stands, without its marks
    record Hint(Span english, Span italian) {}

    /// @param texts of tutors
    TutorHints(List<String> texts) {
        for (String text : texts) {
            for (Matcher hint = HINT.matcher(text); hint.find(); ) {
                words(hint.group(1)).forEach(word -> italianBiasByWord.merge(word, -1, Integer::sum));
                words(hint.group(2)).forEach(word -> italianBiasByWord.merge(word, 1, Integer::sum));
            }
        }
    }

    List<Hint> find(String text) {
        List<Hint> hints = new ArrayList<>();
        for (Matcher hint = HINT.matcher(text); hint.find(); ) {
            if (italianBias(hint.group(1)) <= 0 && italianBias(hint.group(2)) >= 0) {
                hints.add(new Hint(new Span(hint.start(1), hint.end(1)), new Span(hint.start(2), hint.end(2))));
            }
        }
        return hints;
    }

    private int italianBias(String phrase) {
        return words(phrase).stream()
                .mapToInt(word -> Integer.signum(italianBiasByWord.getOrDefault(word, 0)))
                .sum();
    }

    /// Whether each of its words, three at least, is one that tutors give as Italian.
    boolean isItalian(String text) {
        List<String> words = words(text);
        return words.size() >= 3 && words.stream().allMatch(word -> italianBiasByWord.getOrDefault(word, 0) > 0);
    }

    /// Whether none of its words, three at least, is.
    boolean isWithoutItalian(String text) {
        List<String> words = words(text);
        return words.size() >= 3 && words.stream().noneMatch(word -> italianBiasByWord.getOrDefault(word, 0) > 0);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
    }
}
