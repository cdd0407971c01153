package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.Cue.Feeling;
import dev.parlance.analysis.emotion.Cue.Intensifier;
import dev.parlance.analysis.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads a language by its reviewed list: an intensifier up to two words before a feeling, or right after it in
/// Japanese, strengthens it; a denial takes it away.
record ListReader(CueList list, Negation negation) {
    /// As much as a degree adverb does in English.
    private static final double INTENSIFIED = 0.293;

    private static final int REACH_OF_AN_INTENSIFIER = 2;

    Findings read(String text, List<Token> words) {
        var pieces = new ArrayList<Piece>();
        double valence = 0;
        int intensified = -1;
        for (int at = 0; at < words.size(); at++) {
            var pair = pair(words, at);
            int last = pair == null ? at : at + 1;
            switch (pair == null ? cue(words.get(at)) : pair) {
                case null -> {}
                case Cue.Courtesy() -> {}
                case Intensifier(boolean after) -> intensified = after ? intensified : at + REACH_OF_AN_INTENSIFIER;
                case Feeling(var emotion, double weight) -> {
                    if (!negation.denies(text, words, at, last)) {
                        boolean strong = at <= intensified || intensifiedAfter(words, last);
                        var piece = piece(text, words, at, last, emotion, weight + (strong ? INTENSIFIED : 0));
                        pieces.add(piece);
                        valence += emotion.polarity() * piece.strength();
                    }
                }
            }
        }
        return new Findings(pieces, valence);
    }

    private boolean intensifiedAfter(List<Token> words, int last) {
        return last + 1 < words.size() && cue(words.get(last + 1)) instanceof Intensifier(boolean after) && after;
    }

    private static Piece piece(String text, List<Token> words, int first, int last, Emotion emotion, double strength) {
        int start = words.get(first).start();
        int end = words.get(last).end();
        var evidence = new Evidence(Evidence.Kind.WORD, text.substring(start, end), start, end);
        return new Piece(words.get(first).lemma(), emotion, strength, true, evidence);
    }

    /// The lists are independent of how a reader finds lemmas: a form that stands there is met in any case.
    private Cue cue(Token word) {
        var cue = list.of(word.lemma());
        cue = cue == null ? list.of(word.display()) : cue;
        return cue == null ? list.of(lower(word)) : cue;
    }

    /// Two words, or the halves of an elision where the reader parts them (t' aime).
    private Cue pair(List<Token> words, int at) {
        if (at + 1 == words.size()) {
            return null;
        }
        String first = lower(words.get(at));
        boolean elided = first.endsWith("'") || first.endsWith("\u2019");
        String second = elided || list.pairs().containsKey(first) ? lower(words.get(at + 1)) : "";
        return elided ? list.of(first.substring(0, first.length() - 1) + "'" + second) : list.of(first, second);
    }

    private static String lower(Token word) {
        return word.surface().toLowerCase(Locale.ROOT);
    }
}
