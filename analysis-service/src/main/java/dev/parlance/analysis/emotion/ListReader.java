package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.Cue.Feeling;
import dev.parlance.analysis.emotion.Cue.Intensifier;
import dev.parlance.analysis.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads a language by its reviewed list: an intensifier up to two words before a feeling strengthens it, a denial takes it
/// away.
record ListReader(Map<String, Cue> list, Negation negation) {
    /// As much as a degree adverb does in English.
    private static final double INTENSIFIED = 0.293;

    private static final int REACH_OF_AN_INTENSIFIER = 2;

    Findings read(String text, List<Token> words) {
        var pieces = new ArrayList<Piece>();
        double valence = 0;
        int intensified = -1;
        for (int at = 0; at < words.size(); at++) {
            var word = words.get(at);
            switch (cue(word)) {
                case null -> {}
                case Intensifier() -> intensified = at + REACH_OF_AN_INTENSIFIER;
                case Feeling(var emotion, double weight) -> {
                    if (!negation.denies(text, words, at)) {
                        double strength = weight + (at <= intensified ? INTENSIFIED : 0);
                        var evidence = new Evidence(Evidence.Kind.WORD, word.surface(), word.start(), word.end());
                        pieces.add(new Piece(word.lemma(), emotion, strength, true, evidence));
                        valence += emotion.polarity() * strength;
                    }
                }
            }
        }
        return new Findings(pieces, valence);
    }

    /// The lists are independent of how a reader finds lemmas: a form that stands there is met in any case.
    private Cue cue(Token word) {
        var cue = list.get(word.lemma());
        cue = cue == null ? list.get(word.display()) : cue;
        return cue == null ? list.get(word.surface().toLowerCase(Locale.ROOT)) : cue;
    }
}
