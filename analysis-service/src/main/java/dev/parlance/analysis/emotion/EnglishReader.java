package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.Cue.Feeling;
import dev.parlance.analysis.emotion.EnglishText.Word;
import dev.parlance.analysis.emotion.Vader.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads English: how good or bad by VADER, which emotion by the reviewed list.
///
/// A word on the list names its emotion with the list's weight under VADER's rules (so sad, VERY sad, kind of
/// sad), for the lexicon's ratings say how good or bad a word is, not how moved who says it. The rest of the
/// lexicon shows good or bad alone, and that with a strength only where the learner raises it (capitals, a degree
/// adverb).
record EnglishReader(Vader vader, CueList list) {
    private static final double BEFORE_BUT = 0.5;
    private static final double AFTER_BUT = 1.5;
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    Findings read(String text) {
        var english = EnglishText.of(text, vader.lexicon()::holds);
        var words = english.words();
        var pieces = new ArrayList<Piece>();
        int but = firstBut(words);
        double valence = 0;
        for (int at = 0; at < words.size(); at++) {
            int last = at + idiom(words, at) - 1;
            Double own = last > at ? vader.modifiers().idioms().get(joined(words, at, last)) : null;
            var feeling = own == null ? feeling(words, at) : null;
            double base = own == null ? base(words, at, feeling) : own;
            if (base != 0) {
                var reading = vader.read(english, at, base);
                valence += reading.valence() * byBut(at, but);
                pieces.add(polarity(text, words, at, last, reading));
            }
            if (feeling != null) {
                addNamed(pieces, text, english, at, feeling, Math.min(1, byBut(at, but)));
            }
            at = Math.max(at, last);
        }
        return new Findings(pieces, valence);
    }

    private Feeling feeling(List<Word> words, int at) {
        var together = together(words, at);
        return (together == null ? list.of(words.get(at).lower()) : together) instanceof Feeling feeling
                ? feeling
                : null;
    }

    private Cue together(List<Word> words, int at) {
        return at + 1 < words.size()
                ? list.of(words.get(at).lower(), words.get(at + 1).lower())
                : null;
    }

    /// What the list alone knows counts with the list's valence.
    private double base(List<Word> words, int at, Feeling feeling) {
        double base = vader.base(words, at);
        return base == 0
                        && feeling != null
                        && !vader.lexicon().holds(words.get(at).lower())
                ? feeling.signed()
                : base;
    }

    private void addNamed(
            List<Piece> pieces, String text, EnglishText english, int at, Feeling feeling, double factor) {
        boolean bad = feeling.emotion().polarity() < 0;
        var reading = vader.read(english, at, bad ? -feeling.valence() : feeling.valence());
        if (!reading.denied() && !describes(english.words(), at)) {
            var words = english.words();
            var last = words.get(together(words, at) == null ? at : at + 1);
            var evidence = evidence(text, words.get(at).start(), last.end());
            double strength = Math.abs(reading.valence()) * factor;
            pieces.add(new Piece(words.get(at).lower(), feeling.emotion(), strength, true, evidence));
        }
    }

    /// `A sad clown`, `the very happy face`: after an article and before another word it tells of what a thing is
    /// like, not of what somebody feels.
    private boolean describes(List<Word> words, int at) {
        int before = at - 1;
        while (before >= 0 && vader.modifiers().isDegree(words.get(before).lower())) {
            before--;
        }
        boolean followed = at + 1 < words.size() && !words.get(at).pauses();
        return followed && before >= 0 && ARTICLES.contains(words.get(before).lower());
    }

    /// With no strength for what stands on the list: that speaks for itself, or is a courtesy.
    private Piece polarity(String text, List<Word> words, int at, int last, Reading reading) {
        var emotion = reading.valence() > 0 ? Emotion.POSITIVE : Emotion.NEGATIVE;
        boolean says = !reading.denied() && list.of(words.get(at).lower()) == null;
        double strength = says ? Math.abs(reading.valence()) : 0;
        var evidence = evidence(text, words.get(at).start(), words.get(last).end());
        return new Piece(words.get(at).lower(), emotion, strength, reading.raised(), evidence);
    }

    private static Evidence evidence(String text, int start, int end) {
        return new Evidence(Evidence.Kind.WORD, text.substring(start, end), start, end);
    }

    /// What is said before `but` counts half, what comes after it one and a half times.
    private static double byBut(int at, int but) {
        return but < 0 ? 1 : at < but ? BEFORE_BUT : AFTER_BUT;
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

    /// How many words the idiom has that begins here; 1 if none does.
    private int idiom(List<Word> words, int at) {
        if (vader.modifiers().idiomBeginnings().contains(words.get(at).lower())) {
            int most = Math.min(EnglishModifiers.LONGEST_IDIOM, words.size() - at);
            for (int length = most; length > 1; length--) {
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
