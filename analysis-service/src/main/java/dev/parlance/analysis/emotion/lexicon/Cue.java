package dev.parlance.analysis.emotion.lexicon;

/// What an entry of the lists says about a word or an emoji.
public sealed interface Cue {
    /// It names an emotion.
    ///
    /// The lists know two weights, put on VADER's scale of 0 to 4 so that they can be added to its figures: a weak
    /// cue has about the valence that raters gave ordinary words of feeling (glad 2.0, scared 1.9, angry 2.3,
    /// happy 2.7), a strong one that of strong words (love 3.2, best 3.2). A strong one by itself passes the
    /// default threshold, a weak one does not.
    record Feeling(Emotion emotion, double valence) implements Cue {
        static final double WEAK_VALENCE = 2;
        static final double STRONG_VALENCE = 3;

        /// What it adds to the valence of a text: above 0 for good, below for bad.
        public double signedValence() {
            return emotion.polarity() * valence;
        }
    }

    /// A word of courtesy or of everyday talk that the lexicon rates as good or bad (thanks, please, okay): it
    /// counts for the score, but shows no emotion.
    record Courtesy() implements Cue {}

    /// It strengthens the emotion that follows (very, molto, とても) or that stands before it (悲しすぎる).
    record Intensifier(boolean after) implements Cue {}
}
