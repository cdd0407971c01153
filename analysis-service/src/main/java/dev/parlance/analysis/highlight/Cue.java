package dev.parlance.analysis.highlight;

/// What an entry of the lists says about a word or an emoji.
sealed interface Cue {
    /// It speaks of an emotion: by itself, or only where something else supports it.
    record Feeling(Emotion emotion, int weight) implements Cue {
        static final int WEAK = 1;
        static final int STRONG = 2;
    }

    /// It strengthens the weak word that follows: very, molto, とても.
    record Intensifier() implements Cue {}
}
