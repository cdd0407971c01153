package dev.parlance.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.lag.ConsumerLag.PartitionLag;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StuckPartitionDetectorTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition("events", 3);

    private final StuckPartitionDetector detector = new StuckPartitionDetector(Duration.ofMinutes(5));

    @Test
    void aPartitionInWhichRecordsWaitAndNoneIsAppliedIsStuckAfterTheTimeout() {
        assertThat(check(10, 0, 290)).isEmpty();
        assertThat(check(10, 300, 300)).containsExactly(PARTITION);
    }

    @Test
    void aSlowPartitionIsNotStuck() {
        check(10, 0, 290);
        assertThat(check(11, 300, 590)).isEmpty();
    }

    @Test
    void aPartitionWithoutRecordsIsNotStuck() {
        detector.findStuck(at(10, 10), NOON);
        assertThat(detector.findStuck(at(10, 10), NOON.plusSeconds(3_600))).isEmpty();
        assertThat(detector.findStuck(at(10, 11), NOON.plusSeconds(3_601))).isEmpty();
    }

    @Test
    void afterAnOutageTheTimeoutStartsAgain() {
        check(10, 0, 290);
        // When
        detector.reset();
        // Then
        assertThat(check(10, 300, 590)).isEmpty();
        assertThat(check(10, 600, 600)).containsExactly(PARTITION);
    }

    @Test
    void timeInWhichTheProcessStoodStillDoesNotCount() {
        check(10, 0, 100);
        // When it is stopped for an hour
        assertThat(check(10, 3_700, 3_990)).isEmpty();
        // Then the timeout starts again
        assertThat(check(10, 4_000, 4_000)).containsExactly(PARTITION);
    }

    /// Checks every ten seconds while the group has come to this offset and more records wait.
    ///
    /// @param from seconds after noon
    /// @param to   of the last check, whose result is returned
    private Set<TopicPartition> check(long committed, int from, int to) {
        Set<TopicPartition> stuck = Set.of();
        for (int second = from; second <= to; second += 10) {
            stuck = detector.findStuck(at(committed, committed + second + 1), NOON.plusSeconds(second));
        }
        return stuck;
    }

    private static Map<TopicPartition, PartitionLag> at(long committed, long end) {
        return Map.of(PARTITION, new PartitionLag(committed, end));
    }
}
