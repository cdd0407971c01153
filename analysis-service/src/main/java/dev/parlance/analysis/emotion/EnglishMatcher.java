package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.lexicon.Cue;
import dev.parlance.analysis.emotion.lexicon.Cue.Feeling;
import dev.parlance.analysis.emotion.lexicon.Emotion;
import dev.parlance.analysis.emotion.lexicon.EmotionLexicon;
import dev.parlance.analysis.emotion.vader.EnglishModifiers;
import dev.parlance.analysis.emotion.vader.EnglishText;
import dev.parlance.analysis.emotion.vader.EnglishText.Word;
import dev.parlance.analysis.emotion.vader.Vader;
import dev.parlance.analysis.emotion.vader.Vader.AdjustedValence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Matches English: how good or bad by VADER, which emotion by the reviewed list.
///
/// A word on the list names its emotion with the list's weight under VADER's rules (so sad, VERY sad, kind of
/// sad), for the lexicon's ratings say how good or bad a word is, not how moved who says it. The rest of the
/// lexicon shows good or bad alone, and that with a strength only where the learner raises it (capitals, a degree
/// adverb).
record EnglishMatcher(Vader vader, EmotionLexicon lexicon) {
    private static final double BEFORE_BUT_FACTOR = 0.5;
    private static final double AFTER_BUT_FACTOR = 1.5;
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    EmotionMatches match(String text) {
        var english = EnglishText.of(text, vader.lexicon()::contains);
        var words = english.words();
        var matches = new ArrayList<EmotionMatch>();
        int but = firstBut(words);
        double valence = 0;
        for (int at = 0; at < words.size(); at++) {
            int last = at + idiomLength(words, at) - 1;
            Double own = last > at ? vader.modifiers().idioms().get(joined(words, at, last)) : null;
            var feeling = own == null ? feeling(words, at) : null;
            double base = own == null ? base(words, at, feeling) : own;
            if (base != 0) {
                var adjusted = vader.adjust(english, at, base);
                valence += adjusted.valence() * butFactor(at, but);
                matches.add(polarity(text, words, at, last, adjusted));
            }
            if (feeling != null) {
                addNamed(matches, text, english, at, feeling, Math.min(1, butFactor(at, but)));
            }
            at = Math.max(at, last);
        }
        return new EmotionMatches(matches, valence);
    }

    private Feeling feeling(List<Word> words, int at) {
        var pair = pairCue(words, at);
        return (pair == null ? lexicon.find(words.get(at).lower()) : pair) instanceof Feeling feeling ? feeling : null;
    }

    private Cue pairCue(List<Word> words, int at) {
        return at + 1 < words.size()
                ? lexicon.find(words.get(at).lower(), words.get(at + 1).lower())
                : null;
    }

    /// VADER's valence; the list's for words that only the list has.
    private double base(List<Word> words, int at, Feeling feeling) {
        double base = vader.baseValence(words, at);
        return base == 0
                        && feeling != null
                        && !vader.lexicon().contains(words.get(at).lower())
                ? feeling.signedValence()
                : base;
    }

    private void addNamed(
            List<EmotionMatch> matches, String text, EnglishText english, int at, Feeling feeling, double factor) {
        boolean bad = feeling.emotion().polarity() < 0;
        var adjusted = vader.adjust(english, at, bad ? -feeling.valence() : feeling.valence());
        if (!adjusted.negated() && !isAttributive(english.words(), at)) {
            var words = english.words();
            var last = words.get(pairCue(words, at) == null ? at : at + 1);
            var evidence = evidence(text, words.get(at).start(), last.end());
            double strength = Math.abs(adjusted.valence()) * factor;
            matches.add(new EmotionMatch(words.get(at).lower(), feeling.emotion(), strength, true, evidence));
        }
    }

    /// `A sad clown`, `the very happy face`: after an article and before another word it describes a thing,
    /// not what the learner feels.
    private boolean isAttributive(List<Word> words, int at) {
        int before = at - 1;
        while (before >= 0 && vader.modifiers().isDegree(words.get(before).lower())) {
            before--;
        }
        boolean followed = at + 1 < words.size() && !words.get(at).beforePunctuation();
        return followed && before >= 0 && ARTICLES.contains(words.get(before).lower());
    }

    /// Strength 0 for a negated word and for one on the list: that has its own match, or is a courtesy.
    private EmotionMatch polarity(String text, List<Word> words, int at, int last, AdjustedValence adjusted) {
        var emotion = adjusted.valence() > 0 ? Emotion.POSITIVE : Emotion.NEGATIVE;
        boolean counts = !adjusted.negated() && lexicon.find(words.get(at).lower()) == null;
        double strength = counts ? Math.abs(adjusted.valence()) : 0;
        var evidence = evidence(text, words.get(at).start(), words.get(last).end());
        return new EmotionMatch(words.get(at).lower(), emotion, strength, adjusted.intensified(), evidence);
    }

    private static Evidence evidence(String text, int start, int end) {
        return new Evidence(Evidence.Kind.WORD, text.substring(start, end), start, end);
    }

    /// Words before `but` count half, words after it one and a half times.
    private static double butFactor(int at, int but) {
        return but < 0 ? 1 : at < but ? BEFORE_BUT_FACTOR : AFTER_BUT_FACTOR;
    }

    /// @return -1 if there is none
    private static int firstBut(List<Word> words) {
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).lower().equals("but")) {
                return at;
            }
        }
        return -1;
    }

    /// The number of words of the idiom that begins here; 1 if none does.
    private int idiomLength(List<Word> words, int at) {
        if (vader.modifiers().idiomBeginnings().contains(words.get(at).lower())) {
            int maxLength = Math.min(EnglishModifiers.MAX_IDIOM_WORDS, words.size() - at);
            for (int length = maxLength; length > 1; length--) {
                if (vader.modifiers().idioms().containsKey(joined(words, at, at + length - 1))) {
                    return length;
                }
            }
        }
        return 1;
    }

    private static String joined(List<Word> words, int first, int last) {
        var joined = new StringBuilder(words.get(first).lower());
        for (int at = first + 1; at <= last; at++) {
            joined.append(' ').append(words.get(at).lower());
        }
        return joined.toString();
    }
}
