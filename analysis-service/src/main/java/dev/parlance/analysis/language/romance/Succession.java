package dev.parlance.analysis.language.romance;

import dev.parlance.analysis.language.Table;

/// Chooses what each word of a text is, so that the sequence as a whole is likely: the cheapest path through the
/// candidates, each paying its own cost and what `follows.tsv` says of its kind after the kind before (Viterbi).
@SuppressWarnings("EnumOrdinal") // places in a table that is made and read here alone
final class Succession {
    private static final Kind[] KINDS = Kind.values();

    /// Costs in half bits, by the kind before and the kind after.
    private final int[][] costs = new int[KINDS.length][KINDS.length];

    Succession() {
        var rows = Table.rows("/words/romance/follows.tsv");
        String[] columns = rows.getFirst();
        for (String[] row : rows.subList(1, rows.size())) {
            int[] after = costs[Kind.valueOf(row[0]).ordinal()];
            for (int column = 1; column < columns.length; column++) {
                after[Kind.valueOf(columns[column]).ordinal()] = -Integer.parseInt(row[column].strip());
            }
        }
    }

    /// @param offered the candidates of each word, at least one of each
    /// @param cuts where the words stand, and whether a mark stands before them
    /// @return the index of the chosen candidate of each word
    int[] choose(Candidate[][] offered, Cuts cuts) {
        int words = cuts.size();
        int[][] cameFrom = new int[words][];
        int[] spent = {0};
        Candidate[] before = {new Candidate("", "", Kind.EDGE, 0)};
        for (int word = 0; word < words; word++) {
            Candidate[] here = offered[word];
            boolean edge = cuts.isAfterMark(word);
            int[] from = new int[here.length];
            int[] cost = new int[here.length];
            for (int j = 0; j < here.length; j++) {
                cost[j] = Integer.MAX_VALUE;
                for (int i = 0; i < before.length; i++) {
                    int through = spent[i] + step(before[i].kind(), here[j].kind(), edge);
                    if (through < cost[j]) {
                        cost[j] = through;
                        from[j] = i;
                    }
                }
                cost[j] += here[j].cost();
            }
            cameFrom[word] = from;
            spent = cost;
            before = here;
        }
        return wayBack(cameFrom, cheapestEnd(before, spent));
    }

    private int step(Kind before, Kind after, boolean edge) {
        return edge ? costs[before.ordinal()][0] + costs[0][after.ordinal()] : costs[before.ordinal()][after.ordinal()];
    }

    private int cheapestEnd(Candidate[] last, int[] spent) {
        int cheapest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < last.length; i++) {
            int cost = spent[i] + costs[last[i].kind().ordinal()][0];
            if (cost < least) {
                least = cost;
                cheapest = i;
            }
        }
        return cheapest;
    }

    private static int[] wayBack(int[][] cameFrom, int end) {
        int[] chosen = new int[cameFrom.length];
        int at = end;
        for (int word = cameFrom.length - 1; word >= 0; word--) {
            chosen[word] = at;
            at = cameFrom[word][at];
        }
        return chosen;
    }
}
