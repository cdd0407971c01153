package dev.parlance.analysis.highlight;

import dev.parlance.analysis.highlight.Cue.Feeling;

/// Something in the text that speaks of an emotion.
///
/// @param what the same for each repetition of it
/// @param shown as the learner wrote it
record Evidence(String what, String shown, Feeling feeling, int start, int end) {
    Emotion emotion() {
        return feeling.emotion();
    }

    Evidence orAsStrongAs(Evidence repeated) {
        return repeated.feeling.weight() > feeling.weight()
                ? new Evidence(what, shown, repeated.feeling, start, end)
                : this;
    }
}
