package dev.parlance.analysis.emotion;

import dev.parlance.analysis.emotion.EnglishText.Word;
import java.util.List;

/// VADER's rules: what the words before an English word of feeling make of its valence.
///
/// After C. J. Hutto and E. Gilbert, VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media
/// Text (ICWSM 2014), and for what the paper leaves to its program (idioms, `least`, `never so`, `no`) after the
/// behaviour that its documentation describes. The figures are the paper's means of what raters perceived.
record Vader(VaderLexicon lexicon, EnglishModifiers modifiers) {
    private static final double DEGREE = 0.293;
    private static final double CAPITALS = 0.733;
    private static final double DENIED = -0.74;
    private static final double NEVER_SO = 1.25;
    private static final int REACH = 3;
    private static final int LONGEST_ABBREVIATION = 2;
    private static final double[] BY_DISTANCE = {0, 1, 0.95, 0.9};

    /// A word's valence in its place.
    ///
    /// @param denied whether a word before turned it round
    /// @param raised whether a degree adverb or capitals strengthen it; not those of `OK` and `XD`, which are
    ///     written so
    record Reading(double valence, boolean denied, boolean raised) {}

    /// The valence that the lexicon gives to a word in its place: none to a degree adverb, to the `kind` of `kind
    /// of`, to a `no` that answers a question or only denies what follows, to a single letter (the lexicon has
    /// parts of emoticons).
    double base(List<Word> words, int at) {
        var word = words.get(at);
        boolean speaks = word.lower().length() > 1 && !modifiers.isDegree(word.lower());
        double valence = speaks ? lexicon.valence(word.lower()) : 0;
        if (valence == 0 || answers(words, at)) {
            return 0;
        }
        String next = at + 1 < words.size() ? words.get(at + 1).lower() : "";
        boolean denies = isNo(words, at) && lexicon.holds(next);
        return denies || modifiers.isDegree(word.lower() + ' ' + next) ? 0 : valence;
    }

    /// `No, I like it.`
    private static boolean answers(List<Word> words, int at) {
        return at == 0
                && words.getFirst().lower().equals("no")
                && words.getFirst().pauses();
    }

    /// @param base the word's own valence, not 0
    Reading read(EnglishText text, int at, double base) {
        var words = text.words();
        boolean denied = deniedByNo(words, at);
        double valence = denied ? base * DENIED : base;
        boolean shouted = text.mixed() && words.get(at).capitals();
        valence += shouted ? Math.signum(valence) * CAPITALS : 0;
        boolean raised = shouted && words.get(at).lower().length() > LONGEST_ABBREVIATION;
        for (int distance = 1; distance <= Math.min(REACH, at); distance++) {
            if (!lexicon.holds(words.get(at - distance).lower())) {
                double degree = degree(text, at - distance) * BY_DISTANCE[distance];
                valence += Math.signum(valence) * degree;
                raised |= degree > 0;
                if (neverSo(words, at, distance)) {
                    valence *= NEVER_SO;
                } else if (denies(words, at - distance)) {
                    valence *= DENIED;
                    denied = !denied;
                }
            }
        }
        if (deniedByLeast(words, at)) {
            valence *= DENIED;
            denied = !denied;
        }
        return new Reading(valence, denied, raised);
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
        return direction * DEGREE + (text.mixed() && word.capitals() ? CAPITALS : 0);
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

    private boolean denies(List<Word> words, int at) {
        String word = words.get(at).lower();
        boolean withoutDoubt =
                word.equals("without") && words.get(at + 1).lower().equals("doubt");
        return modifiers.denies(word) && !withoutDoubt;
    }

    /// `no` is a word of feeling itself: before another one it only denies it, `no fun`, `no help or fun`.
    private static boolean deniedByNo(List<Word> words, int at) {
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

    /// Whether it denies: before a pause it is an answer, in `oh no` and `no no` a cry.
    private static boolean isNo(List<Word> words, int at) {
        if (at < 0 || !words.get(at).lower().equals("no") || words.get(at).pauses()) {
            return false;
        }
        String before = at == 0 ? "" : words.get(at - 1).lower();
        String after = at + 1 < words.size() ? words.get(at + 1).lower() : "";
        return !before.equals("oh") && !before.equals("no") && !after.equals("no");
    }

    /// `least helpful` is no praise; `at least` and `very least` are another word.
    private static boolean deniedByLeast(List<Word> words, int at) {
        if (at == 0 || !words.get(at - 1).lower().equals("least")) {
            return false;
        }
        String before = at == 1 ? "" : words.get(at - 2).lower();
        return !before.equals("at") && !before.equals("very");
    }
}
