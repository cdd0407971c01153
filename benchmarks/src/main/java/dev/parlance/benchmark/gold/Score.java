package dev.parlance.benchmark.gold;

import java.util.List;
import java.util.Map;

/// How well words and lemmas are found where linguists find them. Lemmas are compared of words that both have.
final class Score {
    private int wanted;
    private int got;
    private int met;
    private final Share lemmas = new Share();
    private final Share contentLemmas = new Share();

    private static final class Share {
        private int of;
        private int hit;

        void add(boolean hits) {
            of++;
            hit += hits ? 1 : 0;
        }

        double percent() {
            return of == 0 ? 0 : 100.0 * hit / of;
        }
    }

    /// @param answered lemmas by the places of the words
    void add(GoldSentence gold, Map<Span, String> answered) {
        wanted += gold.words().size();
        got += answered.size();
        gold.words().forEach((place, word) -> {
            String lemma = answered.get(place);
            met += lemma == null ? 0 : 1;
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
    int words() {
        return wanted;
    }

    /// Token F1, lemma, lemma of content words, in percent.
    List<Double> percents() {
        double f1 = wanted + got == 0 ? 0 : 200.0 * met / (wanted + got);
        return List.of(f1, lemmas.percent(), contentLemmas.percent());
    }
}
