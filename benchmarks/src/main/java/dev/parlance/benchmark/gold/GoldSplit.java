package dev.parlance.benchmark.gold;

import java.nio.file.Path;
import java.util.List;

/// A development split of a Universal Dependencies treebank, with what is to be reached on it.
///
/// @param file without its ending; it begins with the language
/// @param dictionaryForms whether a Korean word's lemma is what a dictionary lists, not all of its morphemes
public record GoldSplit(String title, String file, Goals mustHold, Goals stretch, boolean dictionaryForms) {
    public static final List<GoldSplit> ALL = List.of(
            split("English EWT", "en_ewt-ud-dev", new Goals(97.5, 97.5, 97.0), new Goals(98.5, 98.3, 97.5)),
            split("English CHILDES", "en_childes-ud-dev", Goals.ofContent(97.5), Goals.ofContent(98.2)),
            split("German GSD", "de_gsd-ud-dev", Goals.ofContent(92), Goals.ofContent(94)),
            split("Italian Valico", "it_valico-ud", new Goals(98, Double.NaN, 84), new Goals(99, Double.NaN, 90)),
            split("Spanish GSD", "es_gsd-ud-dev", Goals.ofContent(90.5), Goals.ofContent(94)),
            split("French GSD", "fr_gsd-ud-dev", Goals.ofContent(92.5), Goals.ofContent(95)),
            split("Japanese GSD", "ja_gsd-ud-dev", new Goals(96.5, 97, 99), new Goals(97, 98, 99.5)),
            split("Chinese GSDSimp", "zh_gsdsimp-ud-dev", Goals.ofTokens(80.6), Goals.ofTokens(83.6)),
            split("Korean GSD, the treebank's lemmas", "ko_gsd-ud-dev", Goals.none(), Goals.none()),
            new GoldSplit(
                    "Korean GSD, dictionary forms", "ko_gsd-ud-dev", Goals.ofLemma(90.7), Goals.ofLemma(93.7), true));

    private static GoldSplit split(String title, String file, Goals mustHold, Goals stretch) {
        return new GoldSplit(title, file, mustHold, stretch, false);
    }

    /// The primary subtag of its language.
    String language() {
        return file.substring(0, 2);
    }

    Path in(Path data) {
        return data.resolve("gold").resolve(file + ".conllu");
    }
}
