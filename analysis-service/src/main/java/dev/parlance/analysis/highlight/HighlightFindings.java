package dev.parlance.analysis.highlight;

import dev.parlance.analysis.analyzer.AnalyzerResult;
import dev.parlance.analysis.analyzer.TextHighlight;
import dev.parlance.analysis.analyzer.TurnFindings;
import dev.parlance.analysis.emotion.EmotionScore;
import java.util.List;
import java.util.Map;

/// The highlights of a turn and the emotion that its text shows.
///
/// @param emotion null in turns stored before it was kept, and where the learner said nothing
public record HighlightFindings(List<TextHighlight> highlights, EmotionScore emotion) implements AnalyzerResult {
    /// The emotion of a turn; null where it is not known.
    public static EmotionScore emotionIn(TurnFindings findings) {
        return findings.find(HighlightFindings.class)
                .map(HighlightFindings::emotion)
                .orElse(null);
    }

    @Override
    public Map<String, Integer> counts() {
        return Map.of("moments", highlights.size());
    }
}
