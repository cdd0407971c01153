package dev.parlance.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    @Test
    void thereAreManyDifferentSentencesInEachLanguage() {
        for (int learner = 0; learner < 3; learner++) {
            Phrases phrases = Phrases.forLearner(learner);

            assertThat(IntStream.range(0, 960).mapToObj(phrases::phrase).distinct())
                    .as(phrases.language())
                    .hasSizeGreaterThan(200)
                    .noneMatch(sentence -> sentence.contains("%"));
        }
    }
}
