package dev.parlance.analysis.language;

import java.util.HashMap;
import java.util.Map;

/// The words that are most common in a language, in the order of their frequency: LanguageTool has lists of 10,000.
public final class CommonWords {
    public static final CommonWords NONE = new CommonWords(Map.of());

    private final Map<String, Integer> places;

    private CommonWords(Map<String, Integer> places) {
        this.places = places;
    }

    /// @param resource a word a line, the commonest first
    public static CommonWords read(String resource) {
        var places = new HashMap<String, Integer>();
        for (String word : Table.lines(resource)) {
            places.putIfAbsent(word, places.size() + 1);
        }
        return new CommonWords(places);
    }

    /// From 1 for the commonest; null for a word that is not among them.
    public Integer place(String word) {
        return places.get(word);
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }
}
