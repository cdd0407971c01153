package dev.parlance.analysis.language.tagging;

/// Beam search: keeps the most probable tag sequences of a sentence's first tokens.
final class BeamSearch {
    private static final int WIDTH = 3;

    private final int tagCount;
    /// Indexed by token and path: the tag, and the path that it extends.
    private final int[] chosenTags;
    private final int[] previousPaths;
    private double[] scores = new double[WIDTH];
    private double[] nextScores = new double[WIDTH];
    private int pathCount = 1;
    private int candidateCount;
    private int position;

    /// @param tagCount size of the tag set
    /// @param length of the sentence, in tokens
    BeamSearch(int tagCount, int length) {
        this.tagCount = tagCount;
        this.chosenTags = new int[length * WIDTH];
        this.previousPaths = new int[length * WIDTH];
    }

    int pathCount() {
        return pathCount;
    }

    /// The path's last tag.
    int lastTag(int path) {
        return chosenTags[(position - 1) * WIDTH + path];
    }

    /// The path's last tag but one.
    int tagBeforeLast(int path) {
        return chosenTags[(position - 2) * WIDTH + previousPaths[(position - 1) * WIDTH + path]];
    }

    /// Offers the path's extensions by each tag for the next step.
    ///
    /// @param logits by tag: sums of the model's weights; their softmax are the tags' probabilities
    void extend(int path, double[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - max);
        }
        double before = scores[path] - max - Math.log(sum);
        for (int tag = 0; tag < tagCount; tag++) {
            insertCandidate(path, tag, before + logits[tag]);
        }
    }

    private void insertCandidate(int path, int tag, double score) {
        if (candidateCount == WIDTH && score <= nextScores[WIDTH - 1]) {
            return;
        }
        int offset = position * WIDTH;
        int rank = candidateCount < WIDTH ? candidateCount++ : WIDTH - 1;
        for (; rank > 0 && nextScores[rank - 1] < score; rank--) {
            nextScores[rank] = nextScores[rank - 1];
            chosenTags[offset + rank] = chosenTags[offset + rank - 1];
            previousPaths[offset + rank] = previousPaths[offset + rank - 1];
        }
        nextScores[rank] = score;
        chosenTags[offset + rank] = tag;
        previousPaths[offset + rank] = path;
    }

    /// Makes the best extensions the new paths, one token longer.
    void advance() {
        double[] extended = nextScores;
        nextScores = scores;
        scores = extended;
        pathCount = candidateCount;
        candidateCount = 0;
        position++;
    }

    /// The tags of the best path, one for each token.
    int[] bestTags() {
        int[] best = new int[position];
        int path = 0;
        for (int i = position - 1; i >= 0; i--) {
            best[i] = chosenTags[i * WIDTH + path];
            path = previousPaths[i * WIDTH + path];
        }
        return best;
    }
}
