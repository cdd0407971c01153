package dev.parlance.analysis.language.dictionary;

import java.util.HashMap;
import java.util.Map;

/// The most frequent words of a language with their ranks. LanguageTool has lists of 10,000.
public final class CommonWords {
    public static final CommonWords NONE = new CommonWords(Map.of());

    private final Map<String, Integer> ranks;

    private CommonWords(Map<String, Integer> ranks) {
        this.ranks = ranks;
    }

    /// @param resource one word per line, the most frequent first
    public static CommonWords load(String resource) {
        var ranks = new HashMap<String, Integer>();
        for (String word : TsvResource.lines(resource)) {
            ranks.putIfAbsent(word, ranks.size() + 1);
        }
        return new CommonWords(ranks);
    }

    /// From 1 for the most frequent; null for a word that is not in the list.
    public Integer rank(String word) {
        return ranks.get(word);
    }

    public boolean isEmpty() {
        return ranks.isEmpty();
    }
}
