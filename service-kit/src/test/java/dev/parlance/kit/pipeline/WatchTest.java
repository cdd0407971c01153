package dev.parlance.kit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.pipeline.IntakeLags.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition("events", 3);

    private final Watch watch = new Watch(Duration.ofMinutes(5));

    @Test
    void aPartitionInWhichRecordsWaitAndNoneIsAppliedIsStuckAfterThePatience() {
        assertThat(watch.look(at(10, 20), NOON)).isEmpty();
        assertThat(watch.look(at(10, 30), NOON.plusSeconds(299))).isEmpty();
        assertThat(watch.look(at(10, 40), NOON.plusSeconds(300))).containsExactly(PARTITION);
    }

    @Test
    void slowIsNotStuck() {
        watch.look(at(10, 20), NOON);
        watch.look(at(11, 1_000), NOON.plusSeconds(299));
        assertThat(watch.look(at(11, 2_000), NOON.plusSeconds(500))).isEmpty();
    }

    @Test
    void whoHasNothingToDoIsNotStuck() {
        watch.look(at(10, 10), NOON);
        assertThat(watch.look(at(10, 10), NOON.plusSeconds(3_600))).isEmpty();
        assertThat(watch.look(at(10, 11), NOON.plusSeconds(3_601))).isEmpty();
    }

    @Test
    void afterAnOutageEverybodyHasTheWholePatienceAgain() {
        watch.look(at(10, 20), NOON);
        // When
        watch.forget();
        // Then
        assertThat(watch.look(at(10, 20), NOON.plusSeconds(3_600))).isEmpty();
        assertThat(watch.look(at(10, 20), NOON.plusSeconds(3_900))).containsExactly(PARTITION);
    }

    private static Map<TopicPartition, Place> at(long committed, long end) {
        return Map.of(PARTITION, new Place(committed, end));
    }
}
