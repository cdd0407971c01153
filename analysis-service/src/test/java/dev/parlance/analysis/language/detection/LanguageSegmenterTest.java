package dev.parlance.analysis.language.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LanguageSegmenterTest {
    private static final Set<String> CANDIDATES = Set.of("en", "ja");

    /// The caller computes a text's sentence boundaries once, for language spans and sentences.
    @Test
    void theLanguageIsDecidedBetweenTheGivenBoundariesAndNowhereElse() {
        // Given
        String text = "I like it. りんごをたべたい。";
        // When
        var oneSentence = LanguageSegmenter.segment(text, new int[] {0, text.length()}, "en", CANDIDATES);
        var twoSentences = LanguageSegmenter.segment(text, new int[] {0, 11, text.length()}, "en", CANDIDATES);
        // Then
        assertThat(oneSentence).hasSize(1);
        assertThat(twoSentences)
                .containsExactly(new LanguageSpan("en", 0, 11), new LanguageSpan("ja", 11, text.length()));
    }
}
