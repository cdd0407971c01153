package dev.parlance.analysis.operations.reanalysis;

import dev.parlance.analysis.analyzer.Analysis;
import dev.parlance.analysis.vocabulary.TextWord;
import dev.parlance.analysis.vocabulary.VocabularyFindings;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// How the words of a text differ between two analyses of it, compared by where each is used first.
final class WordChange {
    private static final String NO_WORD = "–";

    private record TextSpan(int start, int end) {}

    private WordChange() {}

    /// @return changes such as `en:goes → en:go`, with the number of uses of the new word, or of the old one if it
    ///     is gone
    static Map<String, Integer> between(Analysis before, Analysis now) {
        Map<TextSpan, TextWord> old = bySpan(before);
        Map<String, Integer> changes = new TreeMap<>();
        for (TextWord word : VocabularyFindings.in(now.findings()).words()) {
            TextWord earlier = old.remove(new TextSpan(word.start(), word.end()));
            if (earlier == null || !label(earlier).equals(label(word))) {
                add(changes, earlier == null ? NO_WORD : label(earlier), label(word), word.count());
            }
        }
        old.values().forEach(gone -> add(changes, label(gone), NO_WORD, gone.count()));
        return changes;
    }

    private static void add(Map<String, Integer> changes, String from, String to, int uses) {
        changes.merge(from + " → " + to, uses, Integer::sum);
    }

    private static String label(TextWord word) {
        return word.language() + ":" + word.lemma();
    }

    private static Map<TextSpan, TextWord> bySpan(Analysis analysis) {
        Map<TextSpan, TextWord> bySpan = new HashMap<>();
        for (TextWord word : VocabularyFindings.in(analysis.findings()).words()) {
            bySpan.put(new TextSpan(word.start(), word.end()), word);
        }
        return bySpan;
    }
}
