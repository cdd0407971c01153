package dev.parlance.kit.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class EndOffsetSnapshotsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final TopicPartition FIRST = new TopicPartition("topic", 0);
    private static final TopicPartition SECOND = new TopicPartition("topic", 1);

    private final EndOffsetSnapshots ends = new EndOffsetSnapshots();

    @Test
    void aBusyPartitionIsAsFreshAsTheMeasurementWhoseEndHasBeenReached() {
        assertThat(ends.update(FIRST, 90, 100, NOON)).isEmpty();
        assertThat(ends.update(FIRST, 99, 200, NOON.plusSeconds(1))).isEmpty();
        assertThat(ends.update(FIRST, 180, 300, NOON.plusSeconds(2))).contains(NOON);
        assertThat(ends.update(FIRST, 300, 400, NOON.plusSeconds(3))).contains(NOON.plusSeconds(2));
    }

    @Test
    void eachPartitionHasAFreshnessOfItsOwn() {
        assertThat(ends.update(FIRST, 90, 100, NOON)).isEmpty();
        assertThat(ends.update(SECOND, 500, 500, NOON)).isEmpty();
        assertThat(ends.update(FIRST, 99, 200, NOON.plusSeconds(1))).isEmpty();
        assertThat(ends.update(SECOND, 500, 600, NOON.plusSeconds(1))).contains(NOON);
    }
}
