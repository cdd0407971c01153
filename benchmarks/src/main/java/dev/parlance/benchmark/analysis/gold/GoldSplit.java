package dev.parlance.benchmark.analysis.gold;

import java.nio.file.Path;
import java.util.List;

/// A development split of a Universal Dependencies treebank, with what is to be reached on it.
///
/// @param file without its ending; it begins with the language
/// @param dictionaryForms whether a Korean word's lemma is what a dictionary lists, not all of its morphemes
public record GoldSplit(
        String title, String file, AccuracyGoals mustHold, AccuracyGoals stretch, boolean dictionaryForms) {
    public static final List<GoldSplit> ALL = List.of(
            split(
                    "English EWT",
                    "en_ewt-ud-dev",
                    new AccuracyGoals(97.5, 97.5, 97.0),
                    new AccuracyGoals(98.5, 98.3, 97.5)),
            split("English CHILDES", "en_childes-ud-dev", AccuracyGoals.ofContent(97.5), AccuracyGoals.ofContent(98.2)),
            split("German GSD", "de_gsd-ud-dev", AccuracyGoals.ofContent(92), AccuracyGoals.ofContent(94)),
            split(
                    "Italian Valico",
                    "it_valico-ud",
                    new AccuracyGoals(98, Double.NaN, 84),
                    new AccuracyGoals(99, Double.NaN, 90)),
            split("Spanish GSD", "es_gsd-ud-dev", AccuracyGoals.ofContent(90.5), AccuracyGoals.ofContent(94)),
            split("French GSD", "fr_gsd-ud-dev", AccuracyGoals.ofContent(92.5), AccuracyGoals.ofContent(95)),
            split("Japanese GSD", "ja_gsd-ud-dev", new AccuracyGoals(96.5, 97, 99), new AccuracyGoals(97, 98, 99.5)),
            split("Chinese GSDSimp", "zh_gsdsimp-ud-dev", AccuracyGoals.ofTokens(80.6), AccuracyGoals.ofTokens(83.6)),
            split("Korean GSD, the treebank's lemmas", "ko_gsd-ud-dev", AccuracyGoals.none(), AccuracyGoals.none()),
            new GoldSplit(
                    "Korean GSD, dictionary forms",
                    "ko_gsd-ud-dev",
                    AccuracyGoals.ofLemma(90.7),
                    AccuracyGoals.ofLemma(93.7),
                    true));

    private static GoldSplit split(String title, String file, AccuracyGoals mustHold, AccuracyGoals stretch) {
        return new GoldSplit(title, file, mustHold, stretch, false);
    }

    /// `Korean GSD`, whatever is asked of its lemmas.
    public String treebank() {
        return title.split(",", 2)[0];
    }

    /// The primary subtag of its language.
    public String language() {
        return file.substring(0, 2);
    }

    Path fileIn(Path data) {
        return data.resolve("gold").resolve(file + ".conllu");
    }
}
