package dev.parlance.benchmark.throughput.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.benchmark.load.SimulatedLearners;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedDataTest {
    @Test
    void anIdOfACopyIsTheOneThatPostgresMakes() {
        // select md5('8e0b7b7a-1c1c-4b43-9a52-3f1f1cb0a001/7')::uuid
        assertThat(SeedData.copiedId(UUID.fromString("8e0b7b7a-1c1c-4b43-9a52-3f1f1cb0a001"), 7))
                .isEqualTo(UUID.fromString("7494a9a3-d1f0-5ab7-a23c-267282b509c6"));
    }

    @Test
    void aCrowdOfACopyTalksInThatCopysConversations() {
        SeedData seed = SeedData.of(6, 2);
        SimulatedLearners first = seed.simulatedLearners(3, 3);
        SimulatedLearners copy = seed.simulatedLearnersOfCopy(9, 3, 3);

        assertThat(seed.countTurns()).isEqualTo(6 * 2 * SeedData.TURNS_PER_DAY);
        assertThat(IntStream.range(0, first.size()).mapToObj(first::learnerId).distinct())
                .containsExactly("growth-3", "growth-4", "growth-5");
        assertThat(copy.learnerId(0)).isEqualTo("growth-3-9");
        assertThat(copy.conversationId(5)).isEqualTo(SeedData.copiedId(first.conversationId(5), 9));
    }
}
