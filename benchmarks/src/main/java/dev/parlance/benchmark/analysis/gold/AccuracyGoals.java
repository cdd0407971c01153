package dev.parlance.benchmark.analysis.gold;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is to be reached, in percent; NaN where nothing is asked.
public record AccuracyGoals(double tokenF1, double lemma, double contentLemma) {
    private static final double NONE = Double.NaN;

    static AccuracyGoals ofContent(double contentLemma) {
        return new AccuracyGoals(NONE, NONE, contentLemma);
    }

    static AccuracyGoals ofTokens(double tokenF1) {
        return new AccuracyGoals(tokenF1, NONE, NONE);
    }

    static AccuracyGoals ofLemma(double lemma) {
        return new AccuracyGoals(NONE, lemma, NONE);
    }

    static AccuracyGoals none() {
        return new AccuracyGoals(NONE, NONE, NONE);
    }

    /// @param reached in the order of the goals: token F1, lemma, lemma of content words
    public boolean areMetBy(List<Double> reached) {
        return isMet(tokenF1, reached.get(0)) && isMet(lemma, reached.get(1)) && isMet(contentLemma, reached.get(2));
    }

    private static boolean isMet(double goal, double reached) {
        return Double.isNaN(goal) || reached >= goal;
    }

    public boolean isEmpty() {
        return Stream.of(tokenF1, lemma, contentLemma).allMatch(goal -> Double.isNaN(goal));
    }

    /// `97.5 / 97.5 / 97.0`, with a dash for what is not asked.
    public String format() {
        return Stream.of(tokenF1, lemma, contentLemma)
                .map(goal -> Double.isNaN(goal) ? "–" : String.format(Locale.ROOT, "%.1f", goal))
                .collect(Collectors.joining(" / "));
    }
}
