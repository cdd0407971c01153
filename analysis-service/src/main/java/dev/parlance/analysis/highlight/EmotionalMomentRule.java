package dev.parlance.analysis.highlight;

import dev.parlance.analysis.analyzer.TextHighlight;
import dev.parlance.analysis.emotion.EmotionScore;
import dev.parlance.analysis.emotion.Evidence;
import java.util.Optional;
import java.util.StringJoiner;

/// Turns in which the learner shows an emotion: those whose strongest emotion reaches a threshold. At most one
/// highlight a turn, at its first evidence.
///
/// What counts is [EmotionScore#strength], not how good or bad the text is: `I like my best friend` is very good
/// and an everyday sentence. It is meant for the learner's text, not the partner's.
public final class EmotionalMomentRule {
    /// Reached by a strong emotion word or emoji (furious, 😭), by an intensified weak one (so happy, I love it!!) or
    /// by two weak ones; not by one weak one alone.
    public static final double DEFAULT_THRESHOLD = 0.5;

    private static final int MAX_EVIDENCE_ITEMS = 5;
    private static final String PLACE = "turn";

    private final double threshold;

    public EmotionalMomentRule() {
        this(DEFAULT_THRESHOLD);
    }

    /// @param threshold above 0, at most 1; with 1 there are no highlights
    public EmotionalMomentRule(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "The threshold of an emotional moment must be above 0 and at most 1, not " + threshold);
        }
        this.threshold = threshold;
    }

    public Optional<TextHighlight> find(EmotionScore emotion) {
        return emotion.strength() >= threshold ? Optional.of(toHighlight(emotion)) : Optional.empty();
    }

    /// Described by its words and emoji, in the text's order, then its punctuation.
    private static TextHighlight toHighlight(EmotionScore emotion) {
        var description = new StringJoiner(", ", emotion.label().label() + ": ", "");
        var wordsAndEmoji = emotion.evidence().stream()
                .filter(evidence -> evidence.kind() != Evidence.Kind.PUNCTUATION)
                .toList();
        wordsAndEmoji.stream().limit(MAX_EVIDENCE_ITEMS).map(Evidence::surface).forEach(description::add);
        emotion.evidence().stream()
                .filter(evidence -> evidence.kind() == Evidence.Kind.PUNCTUATION)
                .map(Evidence::surface)
                .forEach(description::add);
        var first = wordsAndEmoji.getFirst();
        return new TextHighlight(
                TextHighlight.EMOTIONAL_MOMENT, PLACE, description.toString(), first.start(), first.end());
    }
}
