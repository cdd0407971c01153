package dev.parlance.kit.offset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.KitTestProfile;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KitTestProfile.class)
@QuarkusTestResource(TestPlatform.class)
class FreshnessTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final TopicPartition QUIET = new TopicPartition("topic", 0);
    private static final TopicPartition BUSY = new TopicPartition("topic", 1);

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @BeforeEach
    void nothingMeasured() {
        jdbi.useHandle(handle -> handle.execute("delete from intake_progress"));
    }

    @Test
    void aServiceIsAsFreshAsItsPartitionFurthestBehind() {
        write(Map.of(QUIET, NOON.plusSeconds(9), BUSY, NOON));
        write(Map.of(QUIET, NOON.plusSeconds(10), BUSY, NOON.minusSeconds(5)));
        assertThat(asOf()).contains(NOON);
    }

    @Test
    void aServiceIsNotFreshWhileAPartitionWasNeverFullyApplied() {
        assertThat(asOf()).isEmpty();
        write(Map.of(QUIET, NOON, BUSY, Freshness.NEVER));
        assertThat(asOf()).isEmpty();
        write(Map.of(BUSY, NOON.plusSeconds(1)));
        assertThat(asOf()).contains(NOON);
    }

    private void write(Map<TopicPartition, Instant> fresh) {
        new Freshness(jdbi, clock).write(fresh);
    }

    private Optional<Instant> asOf() {
        return new Freshness(jdbi, clock).asOf();
    }
}
