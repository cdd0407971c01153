package dev.parlance.benchmark.analysis.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WordScoreTest {
    private static final GoldSentence GOLD = new GoldSentence(
            "He'd seen Häuser there",
            Map.of(
                    new Span(0, 4), new GoldWord(null, "X"),
                    new Span(5, 9), new GoldWord("see", "VERB"),
                    new Span(10, 16), new GoldWord("Haus", "NOUN"),
                    new Span(17, 22), new GoldWord("there", "PRON")));

    private final WordScore score = new WordScore();

    @Test
    void whatIsFoundAsMarkedIsAHundredPercent() {
        score.add(
                GOLD,
                Map.of(
                        new Span(0, 4),
                        "he'd",
                        new Span(5, 9),
                        "see",
                        new Span(10, 16),
                        "haus",
                        new Span(17, 22),
                        "there"));
        assertThat(score.words()).isEqualTo(4);
        assertThat(score.percents()).containsExactly(100.0, 100.0, 100.0);
    }

    @Test
    void lemmasCountOfTheWordsThatBothHave() {
        score.add(GOLD, Map.of(new Span(5, 9), "saw", new Span(10, 16), "haus", new Span(17, 19), "th"));
        assertThat(score.percents().getFirst()).isCloseTo(200.0 * 2 / (4 + 3), Offset.offset(0.001));
        assertThat(score.percents().subList(1, 3)).isEqualTo(List.of(50.0, 50.0));
    }

    @Test
    void aGoalOfNothingIsMetByAnything() {
        assertThat(AccuracyGoals.ofContent(97.5).areMetBy(List.of(0.0, 0.0, 97.5)))
                .isTrue();
        assertThat(AccuracyGoals.ofContent(97.5).areMetBy(List.of(100.0, 100.0, 97.49)))
                .isFalse();
        assertThat(AccuracyGoals.ofContent(97.5).format()).isEqualTo("– / – / 97.5");
    }
}
