package dev.parlance.analysis.emotion.vader;

import dev.parlance.analysis.language.dictionary.TsvResource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The words that change the valence of others, from `/emotion/en-modifiers.tsv`: degree adverbs, negations, and
/// idioms with a valence of their own.
///
/// @param degrees 1 for what strengthens (very), -1 for what weakens (kind of); one word or two
/// @param idioms by their words with one blank between
/// @param idiomBeginnings the first word of each
public record EnglishModifiers(
        Map<String, Integer> degrees, Set<String> negations, Map<String, Double> idioms, Set<String> idiomBeginnings) {
    public static final int MAX_IDIOM_WORDS = 3;

    public static EnglishModifiers load() {
        var degrees = new HashMap<String, Integer>();
        var negations = new HashSet<String>();
        var idioms = new HashMap<String, Double>();
        var beginnings = new HashSet<String>();
        for (String[] columns : TsvResource.rows("/emotion/en-modifiers.tsv", 2)) {
            switch (columns[1]) {
                case "stronger" -> degrees.put(columns[0], 1);
                case "weaker" -> degrees.put(columns[0], -1);
                case "not" -> negations.add(columns[0]);
                default -> {
                    idioms.put(columns[0], Double.valueOf(columns[1]));
                    beginnings.add(columns[0].substring(0, columns[0].indexOf(' ')));
                }
            }
        }
        return new EnglishModifiers(
                Map.copyOf(degrees), Set.copyOf(negations), Map.copyOf(idioms), Set.copyOf(beginnings));
    }

    public boolean isDegree(String lower) {
        return degrees.containsKey(lower);
    }

    boolean negates(String lower) {
        return negations.contains(lower) || lower.endsWith("n't");
    }
}
