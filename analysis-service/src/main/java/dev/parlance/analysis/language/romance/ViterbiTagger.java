package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.dictionary.TsvResource;
import dev.parlance.analysis.language.romance.morphology.LemmaCandidate;
import dev.parlance.analysis.language.romance.morphology.WordClass;

/// Chooses one candidate for each word by the Viterbi algorithm: the sequence with the least sum of the candidates'
/// costs and of the transition costs between word classes in `follows.tsv`.
@SuppressWarnings("EnumOrdinal") // indexes of a table that only this class builds and reads
final class ViterbiTagger {
    private static final WordClass[] WORD_CLASSES = WordClass.values();

    /// In half bits, by the word class before and the one after.
    private final int[][] transitionCosts = new int[WORD_CLASSES.length][WORD_CLASSES.length];

    ViterbiTagger() {
        var rows = TsvResource.rows("/words/romance/follows.tsv");
        String[] columns = rows.getFirst();
        for (String[] row : rows.subList(1, rows.size())) {
            int[] after = transitionCosts[WordClass.valueOf(row[0]).ordinal()];
            for (int column = 1; column < columns.length; column++) {
                after[WordClass.valueOf(columns[column]).ordinal()] = -Integer.parseInt(row[column].strip());
            }
        }
    }

    /// @param candidates of each word, at least one
    /// @param spans of the words: whether a mark precedes them
    /// @return the index of the chosen candidate of each word
    int[] choose(LemmaCandidate[][] candidates, WordSpans spans) {
        int words = spans.size();
        int[][] predecessorsByWord = new int[words][];
        int[] pathCosts = {0};
        LemmaCandidate[] before = {new LemmaCandidate("", "", WordClass.EDGE, 0)};
        for (int word = 0; word < words; word++) {
            LemmaCandidate[] current = candidates[word];
            boolean afterMark = spans.followsMark(word);
            int[] predecessors = new int[current.length];
            int[] cost = new int[current.length];
            for (int j = 0; j < current.length; j++) {
                cost[j] = Integer.MAX_VALUE;
                for (int i = 0; i < before.length; i++) {
                    int pathCost =
                            pathCosts[i] + transitionCost(before[i].wordClass(), current[j].wordClass(), afterMark);
                    if (pathCost < cost[j]) {
                        cost[j] = pathCost;
                        predecessors[j] = i;
                    }
                }
                cost[j] += current[j].cost();
            }
            predecessorsByWord[word] = predecessors;
            pathCosts = cost;
            before = current;
        }
        return backtrack(predecessorsByWord, cheapestEnd(before, pathCosts));
    }

    private int transitionCost(WordClass before, WordClass after, boolean afterMark) {
        return afterMark
                ? transitionCosts[before.ordinal()][0] + transitionCosts[0][after.ordinal()]
                : transitionCosts[before.ordinal()][after.ordinal()];
    }

    private int cheapestEnd(LemmaCandidate[] last, int[] pathCosts) {
        int cheapest = 0;
        int lowestCost = Integer.MAX_VALUE;
        for (int i = 0; i < last.length; i++) {
            int cost = pathCosts[i] + transitionCosts[last[i].wordClass().ordinal()][0];
            if (cost < lowestCost) {
                lowestCost = cost;
                cheapest = i;
            }
        }
        return cheapest;
    }

    private static int[] backtrack(int[][] predecessorsByWord, int end) {
        int[] chosen = new int[predecessorsByWord.length];
        int at = end;
        for (int word = predecessorsByWord.length - 1; word >= 0; word--) {
            chosen[word] = at;
            at = predecessorsByWord[word][at];
        }
        return chosen;
    }
}
