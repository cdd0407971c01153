package dev.parlance.benchmark.analysis.gold;

import java.util.List;
import java.util.Map;

/// How well words and lemmas are found where linguists find them. Lemmas are compared of words that both have.
public final class WordScore {
    private int expected;
    private int found;
    private int matched;
    private final HitRate lemmas = new HitRate();
    private final HitRate contentLemmas = new HitRate();

    private static final class HitRate {
        private int totalCount;
        private int hitCount;

        void add(boolean hits) {
            totalCount++;
            hitCount += hits ? 1 : 0;
        }

        double percent() {
            return totalCount == 0 ? 0 : 100.0 * hitCount / totalCount;
        }
    }

    /// @param answered lemmas by the places of the words
    public void add(GoldSentence gold, Map<Span, String> answered) {
        expected += gold.words().size();
        found += answered.size();
        gold.words().forEach((place, word) -> {
            String lemma = answered.get(place);
            matched += lemma == null ? 0 : 1;
            if (lemma != null && word.lemma() != null) {
                boolean hit = word.isLemma(lemma);
                lemmas.add(hit);
                if (word.isContent()) {
                    contentLemmas.add(hit);
                }
            }
        });
    }

    /// Words of the gold.
    public int words() {
        return expected;
    }

    /// Token F1, lemma, lemma of content words, in percent.
    public List<Double> percents() {
        double f1 = expected + found == 0 ? 0 : 200.0 * matched / (expected + found);
        return List.of(f1, lemmas.percent(), contentLemmas.percent());
    }
}
