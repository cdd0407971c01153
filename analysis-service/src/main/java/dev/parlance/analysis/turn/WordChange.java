package dev.parlance.analysis.turn;

import dev.parlance.analysis.vocabulary.UsedWord;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// How the words of a text differ between two analyses of it, by the place where each is used first.
final class WordChange {
    private static final String NOTHING = "–";

    private record Place(int start, int end) {}

    private WordChange() {}

    /// @return changes such as `en:goes → en:go`, with the number of uses of the word that it is now, or was
    static Map<String, Integer> between(Analysis before, Analysis now) {
        Map<Place, UsedWord> old = byPlace(before);
        Map<String, Integer> changes = new TreeMap<>();
        for (UsedWord word : now.facts().words()) {
            UsedWord earlier = old.remove(new Place(word.start(), word.end()));
            if (earlier == null || !shown(earlier).equals(shown(word))) {
                add(changes, earlier == null ? NOTHING : shown(earlier), shown(word), word.count());
            }
        }
        old.values().forEach(gone -> add(changes, shown(gone), NOTHING, gone.count()));
        return changes;
    }

    private static void add(Map<String, Integer> changes, String from, String to, int uses) {
        changes.merge(from + " → " + to, uses, Integer::sum);
    }

    private static String shown(UsedWord word) {
        return word.language() + ":" + word.lemma();
    }

    private static Map<Place, UsedWord> byPlace(Analysis analysis) {
        Map<Place, UsedWord> byPlace = new HashMap<>();
        for (UsedWord word : analysis.facts().words()) {
            byPlace.put(new Place(word.start(), word.end()), word);
        }
        return byPlace;
    }
}
