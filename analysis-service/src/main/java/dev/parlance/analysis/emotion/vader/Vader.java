package dev.parlance.analysis.emotion.vader;

import dev.parlance.analysis.emotion.vader.EnglishText.Word;
import java.util.List;

/// VADER's rules: how the words before an English emotion word change its valence.
///
/// After C. J. Hutto and E. Gilbert, VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media
/// Text (ICWSM 2014), and for what the paper leaves to its program (idioms, `least`, `never so`, `no`) after the
/// behaviour that its documentation describes. The numbers are the paper's means of what raters perceived.
public record Vader(VaderLexicon lexicon, EnglishModifiers modifiers) {
    private static final double DEGREE_INCREMENT = 0.293;
    private static final double CAPITALS_INCREMENT = 0.733;
    private static final double NEGATION_FACTOR = -0.74;
    private static final double NEVER_SO_FACTOR = 1.25;
    private static final int MAX_DISTANCE_WORDS = 3;
    private static final int MAX_ABBREVIATION_LETTERS = 2;
    private static final double[] DISTANCE_FACTORS = {0, 1, 0.95, 0.9};

    /// A word's valence in its place.
    ///
    /// @param negated whether a word before it negates it
    /// @param intensified whether a degree adverb or capitals strengthen it; not those of `OK` and `XD`, which are
    ///     written so
    public record AdjustedValence(double valence, boolean negated, boolean intensified) {}

    /// The valence that the lexicon gives to a word in its place: none to a degree adverb, to the `kind` of `kind
    /// of`, to a `no` that answers a question or only negates what follows, to a single letter (the lexicon has
    /// parts of emoticons).
    public double baseValence(List<Word> words, int at) {
        var word = words.get(at);
        boolean hasValence = word.lower().length() > 1 && !modifiers.isDegree(word.lower());
        double valence = hasValence ? lexicon.valence(word.lower()) : 0;
        if (valence == 0 || isAnswer(words, at)) {
            return 0;
        }
        String next = at + 1 < words.size() ? words.get(at + 1).lower() : "";
        boolean negates = isNo(words, at) && lexicon.contains(next);
        return negates || modifiers.isDegree(word.lower() + ' ' + next) ? 0 : valence;
    }

    /// `No, I like it.`
    private static boolean isAnswer(List<Word> words, int at) {
        return at == 0
                && words.getFirst().lower().equals("no")
                && words.getFirst().beforePunctuation();
    }

    /// @param base the word's own valence, not 0
    public AdjustedValence adjust(EnglishText text, int at, double base) {
        var words = text.words();
        boolean negated = negatedByNo(words, at);
        double valence = negated ? base * NEGATION_FACTOR : base;
        boolean emphasised = text.mixedCase() && words.get(at).capitals();
        valence += emphasised ? Math.signum(valence) * CAPITALS_INCREMENT : 0;
        boolean intensified = emphasised && words.get(at).lower().length() > MAX_ABBREVIATION_LETTERS;
        for (int distance = 1; distance <= Math.min(MAX_DISTANCE_WORDS, at); distance++) {
            if (!lexicon.contains(words.get(at - distance).lower())) {
                double degree = degree(text, at - distance) * DISTANCE_FACTORS[distance];
                valence += Math.signum(valence) * degree;
                intensified |= degree > 0;
                if (neverSo(words, at, distance)) {
                    valence *= NEVER_SO_FACTOR;
                } else if (negates(words, at - distance)) {
                    valence *= NEGATION_FACTOR;
                    negated = !negated;
                }
            }
        }
        if (negatedByLeast(words, at)) {
            valence *= NEGATION_FACTOR;
            negated = !negated;
        }
        return new AdjustedValence(valence, negated, intensified);
    }

    /// What a degree adverb adds: one in capitals adds as much more as capitals do. `kind of` counts at its second
    /// word.
    private double degree(EnglishText text, int at) {
        var word = text.words().get(at);
        var degrees = modifiers.degrees();
        Integer direction = degrees.get(word.lower());
        if (direction == null && at > 0) {
            direction = degrees.get(text.words().get(at - 1).lower() + ' ' + word.lower());
        }
        if (direction == null) {
            return 0;
        }
        return direction * DEGREE_INCREMENT + (text.mixedCase() && word.capitals() ? CAPITALS_INCREMENT : 0);
    }

    /// `never so good`, `never been this good`: better than ever.
    private static boolean neverSo(List<Word> words, int at, int distance) {
        if (distance == 1 || !words.get(at - distance).lower().equals("never")) {
            return false;
        }
        return isSo(words.get(at - 1)) || isSo(words.get(at - distance + 1));
    }

    private static boolean isSo(Word word) {
        return word.lower().equals("so") || word.lower().equals("this");
    }

    private boolean negates(List<Word> words, int at) {
        String word = words.get(at).lower();
        boolean withoutDoubt =
                word.equals("without") && words.get(at + 1).lower().equals("doubt");
        return modifiers.negates(word) && !withoutDoubt;
    }

    /// `no` has a valence itself: before another emotion word it only negates it, `no fun`, `no help or fun`.
    private static boolean negatedByNo(List<Word> words, int at) {
        if (words.get(at).lower().equals("no")) {
            return false;
        }
        if (isNo(words, at - 1) || isNo(words, at - 2)) {
            return true;
        }
        return isNo(words, at - 3)
                && (words.get(at - 1).lower().equals("or")
                        || words.get(at - 1).lower().equals("nor"));
    }

    /// Whether it negates: before a pause it is an answer, in `oh no` and `no no` a cry.
    private static boolean isNo(List<Word> words, int at) {
        if (at < 0 || !words.get(at).lower().equals("no") || words.get(at).beforePunctuation()) {
            return false;
        }
        String before = at == 0 ? "" : words.get(at - 1).lower();
        String after = at + 1 < words.size() ? words.get(at + 1).lower() : "";
        return !before.equals("oh") && !before.equals("no") && !after.equals("no");
    }

    /// `least helpful` is no praise; `at least` and `very least` are another word.
    private static boolean negatedByLeast(List<Word> words, int at) {
        if (at == 0 || !words.get(at - 1).lower().equals("least")) {
            return false;
        }
        String before = at == 1 ? "" : words.get(at - 2).lower();
        return !before.equals("at") && !before.equals("very");
    }
}
