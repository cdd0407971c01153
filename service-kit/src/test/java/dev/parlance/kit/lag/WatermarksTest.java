package dev.parlance.kit.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WatermarksTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final TopicPartition ONE = new TopicPartition("events", 1);
    private static final TopicPartition TWO = new TopicPartition("events", 2);

    private final Watermarks watermarks = new Watermarks();

    @Test
    void eventsAreReadOnceTheGroupHasReachedTheirEndInEachPartition() {
        watermarks.update(NOON, NOON, Map.of(ONE, 10L, TWO, 5L), Map.of(ONE, 3L));
        watermarks.update(
                NOON.plusSeconds(10), NOON.plusSeconds(9), Map.of(ONE, 20L, TWO, 5L), Map.of(ONE, 10L, TWO, 4L));
        assertThat(watermarks.readUntil(NOON.plusSeconds(60))).isEqualTo(Instant.EPOCH);
        // When
        watermarks.update(
                NOON.plusSeconds(20), NOON.plusSeconds(20), Map.of(ONE, 30L, TWO, 5L), Map.of(ONE, 20L, TWO, 5L));
        // Then
        assertThat(watermarks.readUntil(NOON.plusSeconds(20))).isEqualTo(NOON.plusSeconds(9));
        assertThat(watermarks.readUntil(NOON.plusSeconds(19))).isEqualTo(Instant.EPOCH);
    }

    @Test
    void aTopicThatWasEmptyHasBeenRead() {
        watermarks.update(NOON, NOON, Map.of(ONE, 0L), Map.of());
        watermarks.update(NOON.plusSeconds(10), NOON, Map.of(ONE, 0L), Map.of());
        assertThat(watermarks.readUntil(NOON.plusSeconds(10))).isEqualTo(NOON);
    }
}
