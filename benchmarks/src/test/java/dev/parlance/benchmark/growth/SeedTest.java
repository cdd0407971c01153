package dev.parlance.benchmark.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.benchmark.load.Crowd;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedTest {
    @Test
    void anIdOfACopyIsTheOneThatPostgresMakes() {
        // select md5('8e0b7b7a-1c1c-4b43-9a52-3f1f1cb0a001/7')::uuid
        assertThat(Seed.copied(UUID.fromString("8e0b7b7a-1c1c-4b43-9a52-3f1f1cb0a001"), 7))
                .isEqualTo(UUID.fromString("7494a9a3-d1f0-5ab7-a23c-267282b509c6"));
    }

    @Test
    void aCrowdOfACopyTalksInThatCopysConversations() {
        Seed seed = Seed.of(6, 2);
        Crowd first = seed.crowd(3, 3);
        Crowd copy = seed.crowdOfCopy(9, 3, 3);

        assertThat(seed.turns()).isEqualTo(6 * 2 * Seed.TURNS_A_DAY);
        assertThat(IntStream.range(0, first.size()).mapToObj(first::learner).distinct())
                .containsExactly("growth-3", "growth-4", "growth-5");
        assertThat(copy.learner(0)).isEqualTo("growth-3-9");
        assertThat(copy.conversation(5)).isEqualTo(Seed.copied(first.conversation(5), 9));
    }
}
