package dev.parlance.analysis.language;

/// The best few sequences of tags for a sentence so far.
final class Beam {
    private static final int WIDTH = 3;

    private final int tags;
    /// By piece and path: its tag, and which path it goes on from.
    private final int[] chosen;
    private final int[] origins;
    private double[] scores = new double[WIDTH];
    private double[] nextScores = new double[WIDTH];
    private int paths = 1;
    private int offered;
    private int at;

    /// @param tags how many tags there are
    /// @param length of the sentence, in pieces
    Beam(int tags, int length) {
        this.tags = tags;
        this.chosen = new int[length * WIDTH];
        this.origins = new int[length * WIDTH];
    }

    int paths() {
        return paths;
    }

    /// The tag that ends the path.
    int last(int path) {
        return chosen[(at - 1) * WIDTH + path];
    }

    /// The tag before that.
    int lastButOne(int path) {
        return chosen[(at - 2) * WIDTH + origins[(at - 1) * WIDTH + path]];
    }

    /// The path may go on with any tag.
    ///
    /// @param logits by tag, as the model sums them; their softmax are the tags' probabilities
    void offer(int path, double[] logits) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            greatest = Math.max(greatest, logit);
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - greatest);
        }
        double before = scores[path] - greatest - Math.log(sum);
        for (int tag = 0; tag < tags; tag++) {
            keep(path, tag, before + logits[tag]);
        }
    }

    private void keep(int path, int tag, double score) {
        if (offered == WIDTH && score <= nextScores[WIDTH - 1]) {
            return;
        }
        int first = at * WIDTH;
        int place = offered < WIDTH ? offered++ : WIDTH - 1;
        for (; place > 0 && nextScores[place - 1] < score; place--) {
            nextScores[place] = nextScores[place - 1];
            chosen[first + place] = chosen[first + place - 1];
            origins[first + place] = origins[first + place - 1];
        }
        nextScores[place] = score;
        chosen[first + place] = tag;
        origins[first + place] = path;
    }

    /// The best of what was offered become the paths, now one piece longer.
    void advance() {
        double[] better = nextScores;
        nextScores = scores;
        scores = better;
        paths = offered;
        offered = 0;
        at++;
    }

    /// The tags of the best path, one for each piece.
    int[] best() {
        int[] best = new int[at];
        int path = 0;
        for (int i = at - 1; i >= 0; i--) {
            best[i] = chosen[i * WIDTH + path];
            path = origins[i * WIDTH + path];
        }
        return best;
    }
}
