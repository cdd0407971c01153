package dev.parlance.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.lag.ConsumerLag.PartitionLag;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StuckPartitionDetectorTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition("events", 3);

    private final StuckPartitionDetector detector = new StuckPartitionDetector(Duration.ofMinutes(5));

    @Test
    void aPartitionInWhichRecordsWaitAndNoneIsAppliedIsStuckAfterTheTimeout() {
        assertThat(detector.findStuck(at(10, 20), NOON)).isEmpty();
        assertThat(detector.findStuck(at(10, 30), NOON.plusSeconds(299))).isEmpty();
        assertThat(detector.findStuck(at(10, 40), NOON.plusSeconds(300))).containsExactly(PARTITION);
    }

    @Test
    void aSlowPartitionIsNotStuck() {
        detector.findStuck(at(10, 20), NOON);
        detector.findStuck(at(11, 1_000), NOON.plusSeconds(299));
        assertThat(detector.findStuck(at(11, 2_000), NOON.plusSeconds(500))).isEmpty();
    }

    @Test
    void aPartitionWithoutRecordsIsNotStuck() {
        detector.findStuck(at(10, 10), NOON);
        assertThat(detector.findStuck(at(10, 10), NOON.plusSeconds(3_600))).isEmpty();
        assertThat(detector.findStuck(at(10, 11), NOON.plusSeconds(3_601))).isEmpty();
    }

    @Test
    void afterAnOutageTheTimeoutStartsAgain() {
        detector.findStuck(at(10, 20), NOON);
        // When
        detector.reset();
        // Then
        assertThat(detector.findStuck(at(10, 20), NOON.plusSeconds(3_600))).isEmpty();
        assertThat(detector.findStuck(at(10, 20), NOON.plusSeconds(3_900))).containsExactly(PARTITION);
    }

    private static Map<TopicPartition, PartitionLag> at(long committed, long end) {
        return Map.of(PARTITION, new PartitionLag(committed, end));
    }
}
