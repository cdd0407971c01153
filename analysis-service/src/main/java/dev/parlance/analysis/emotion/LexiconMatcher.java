package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.lexicon.Cue;
import dev.parlance.analysis.emotion.lexicon.Cue.Feeling;
import dev.parlance.analysis.emotion.lexicon.Cue.Intensifier;
import dev.parlance.analysis.emotion.lexicon.Emotion;
import dev.parlance.analysis.emotion.lexicon.EmotionLexicon;
import dev.parlance.analysis.emotion.lexicon.Negation;
import dev.parlance.analysis.language.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Matches a language by its reviewed list. An intensifier up to two words before an emotion word, or right after it
/// in Japanese, strengthens it; a negated one does not count.
record LexiconMatcher(EmotionLexicon lexicon, Negation negation) {
    /// As much as a degree adverb does in English.
    private static final double INTENSIFIER_INCREMENT = 0.293;

    private static final int MAX_INTENSIFIER_DISTANCE_WORDS = 2;

    EmotionMatches match(String text, List<Token> words) {
        var matches = new ArrayList<EmotionMatch>();
        double valence = 0;
        int intensified = -1;
        for (int at = 0; at < words.size(); at++) {
            var pair = pair(words, at);
            int last = pair == null ? at : at + 1;
            switch (pair == null ? cue(words.get(at)) : pair) {
                case null -> {}
                case Cue.Courtesy() -> {}
                case Intensifier(boolean after) ->
                    intensified = after ? intensified : at + MAX_INTENSIFIER_DISTANCE_WORDS;
                case Feeling(var emotion, double weight) -> {
                    if (!negation.negates(text, words, at, last)) {
                        boolean strong = at <= intensified || intensifiedAfter(words, last);
                        var match = createMatch(
                                text, words, at, last, emotion, weight + (strong ? INTENSIFIER_INCREMENT : 0));
                        matches.add(match);
                        valence += emotion.polarity() * match.strength();
                    }
                }
            }
        }
        return new EmotionMatches(matches, valence);
    }

    private boolean intensifiedAfter(List<Token> words, int last) {
        return last + 1 < words.size() && cue(words.get(last + 1)) instanceof Intensifier(boolean after) && after;
    }

    private static EmotionMatch createMatch(
            String text, List<Token> words, int first, int last, Emotion emotion, double strength) {
        int start = words.get(first).start();
        int end = words.get(last).end();
        var evidence = new Evidence(Evidence.Kind.WORD, text.substring(start, end), start, end);
        return new EmotionMatch(words.get(first).lemma(), emotion, strength, true, evidence);
    }

    /// By lemma, display form or surface: the lists do not depend on how a tokenizer finds lemmas.
    private Cue cue(Token word) {
        var cue = lexicon.find(word.lemma());
        cue = cue == null ? lexicon.find(word.display()) : cue;
        return cue == null ? lexicon.find(lower(word)) : cue;
    }

    /// Two words, or the halves of an elision that the tokenizer splits (t' aime).
    private Cue pair(List<Token> words, int at) {
        if (at + 1 == words.size()) {
            return null;
        }
        String first = lower(words.get(at));
        boolean elided = first.endsWith("'") || first.endsWith("\u2019");
        String second = elided || lexicon.pairs().containsKey(first) ? lower(words.get(at + 1)) : "";
        return elided
                ? lexicon.find(first.substring(0, first.length() - 1) + "'" + second)
                : lexicon.find(first, second);
    }

    private static String lower(Token word) {
        return word.surface().toLowerCase(Locale.ROOT);
    }
}
