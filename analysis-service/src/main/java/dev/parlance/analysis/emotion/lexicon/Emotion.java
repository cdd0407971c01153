package dev.parlance.analysis.emotion.lexicon;

import java.util.Locale;

/// An emotion that a list or an emoji names, else only a polarity. Shown to people in lower case.
public enum Emotion {
    JOY(1),
    LOVE(1),
    SADNESS(-1),
    FEAR(-1),
    ANGER(-1),
    /// Neither good nor bad: it makes a text stronger, not better.
    SURPRISE(0),
    POSITIVE(1),
    NEGATIVE(-1),
    NEUTRAL(0);

    private final int polarity;

    Emotion(int polarity) {
        this.polarity = polarity;
    }

    /// 1 for a good feeling, -1 for a bad one, 0 where it may be either.
    public int polarity() {
        return polarity;
    }

    /// Whether it says more than good or bad: the lists have only these.
    public boolean isNamed() {
        return compareTo(POSITIVE) < 0;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
