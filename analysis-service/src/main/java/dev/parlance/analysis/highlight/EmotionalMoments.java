package dev.parlance.analysis.highlight;

import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.emotion.Evidence;
import java.util.Optional;
import java.util.StringJoiner;

/// Turns in which the learner shows a feeling: those whose strongest emotion reaches a threshold; at most one
/// moment a turn, where its evidence begins.
///
/// What counts is [EmotionScore#strength], not how good or bad the text is: `I like my best friend` is very good
/// and an everyday sentence. It is meant for the learner's text; the partner's emotions are nobody's moment.
public final class EmotionalMoments {
    /// Passed by an outright word of feeling or emoji (furious, 😭), by an ordinary one that is strengthened (so
    /// happy, I love it!!), by two of them; not by one alone.
    public static final double THRESHOLD = 0.5;

    private static final int MOST_SHOWN = 5;
    private static final String PLACE = "turn";

    private final double threshold;

    public EmotionalMoments() {
        this(THRESHOLD);
    }

    /// @param threshold above 0, at most 1; with 1 there is no moment
    public EmotionalMoments(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "The threshold of an emotional moment must be above 0 and at most 1, not " + threshold);
        }
        this.threshold = threshold;
    }

    /// @param shown what the text shows
    public Optional<Moment> in(EmotionScore shown) {
        return shown.strength() >= threshold ? Optional.of(moment(shown)) : Optional.empty();
    }

    /// Words and emoji first, in the text's order, then how it is punctuated.
    private static Moment moment(EmotionScore shown) {
        var description = new StringJoiner(", ", shown.label().label() + ": ", "");
        var said = shown.evidence().stream()
                .filter(piece -> piece.kind() != Evidence.Kind.PUNCTUATION)
                .toList();
        said.stream().limit(MOST_SHOWN).map(Evidence::shown).forEach(description::add);
        shown.evidence().stream()
                .filter(piece -> piece.kind() == Evidence.Kind.PUNCTUATION)
                .map(Evidence::shown)
                .forEach(description::add);
        var first = said.getFirst();
        return new Moment(Moment.EMOTIONAL_MOMENT, PLACE, description.toString(), first.start(), first.end());
    }
}
