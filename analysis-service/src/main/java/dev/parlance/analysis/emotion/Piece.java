package dev.parlance.analysis.emotion;

/// A word or emoji that shows a feeling, as found by one of the readers.
///
/// @param what the same for each repetition of it
/// @param strength at least 0, on VADER's scale, with what raises or lowers it
/// @param raised whether it counts by itself; if not, only where emphatic punctuation raises the whole text
record Piece(String what, Emotion emotion, double strength, boolean raised, Evidence evidence) {
    /// Where it stands first, as strong as it is anywhere.
    Piece orAsStrongAs(Piece repeated) {
        return repeated.strength > strength || (repeated.raised && !raised)
                ? new Piece(what, emotion, Math.max(strength, repeated.strength), repeated.raised, evidence)
                : this;
    }
}
