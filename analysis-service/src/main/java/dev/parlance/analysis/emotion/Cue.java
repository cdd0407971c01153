package dev.parlance.analysis.emotion;

/// What an entry of the lists says about a word or an emoji.
sealed interface Cue {
    /// It speaks of an emotion: by itself, or only where something else supports it.
    ///
    /// The lists know two weights, put on VADER's scale of 0 to 4 so that they can be added to its figures: a weak
    /// cue has about the valence that raters gave ordinary words of feeling (glad 2.0, scared 1.9, angry 2.3,
    /// happy 2.7), a strong one that of great words (love 3.2, best 3.2). A strong one by itself passes the
    /// default threshold, a weak one does not.
    record Feeling(Emotion emotion, double valence) implements Cue {
        static final double WEAK = 2;
        static final double STRONG = 3;

        /// How much it adds to what is good (above 0) or bad about a text.
        double signed() {
            return emotion.polarity() * valence;
        }
    }

    /// A word of courtesy or of everyday talk that the lexicon rates as good or bad (thanks, please, okay): it
    /// counts for the score, and moves nobody.
    record Courtesy() implements Cue {}

    /// It strengthens the feeling that follows (very, molto, とても) or stands before it (悲しすぎる).
    record Intensifier(boolean after) implements Cue {}
}
