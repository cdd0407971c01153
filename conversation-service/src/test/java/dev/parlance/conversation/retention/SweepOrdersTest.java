package dev.parlance.conversation.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.conversation.retention.Sweep.Status;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.testing.MovableClock;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every instance would order a sweep by itself; one per period is enough.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class SweepOrdersTest {
    private static final Duration PERIOD = Duration.ofHours(6);

    @Inject
    Sweeps sweeps;

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void noOrders() {
        jdbi.useHandle(handle -> handle.execute("delete from audio_sweep"));
    }

    @AfterEach
    void setTheClock() {
        ((MovableClock) clock).reset();
        noOrders();
    }

    @Test
    void instancesThatOrderAtTheSameMomentOrderOneSweep() throws Exception {
        // When
        try (var instances = Executors.newFixedThreadPool(4)) {
            for (var one : instances.invokeAll(Collections.<Callable<Void>>nCopies(8, () -> {
                sweeps.orderAfter(PERIOD);
                return null;
            }))) {
                one.get();
            }
        }
        // Then
        assertThat(ordered()).isEqualTo(1);
    }

    @Test
    void theNextSweepIsOrderedAPeriodAfterTheLastOne() {
        // Given
        sweeps.orderAfter(PERIOD);
        end();
        ((MovableClock) clock).forward(PERIOD.minusMinutes(1));
        sweeps.orderAfter(PERIOD);
        assertThat(ordered()).isEqualTo(1);
        // When
        ((MovableClock) clock).forward(Duration.ofMinutes(2));
        sweeps.orderAfter(PERIOD);
        // Then
        assertThat(ordered()).isEqualTo(2);
    }

    @Test
    void aSweepThatStillRunsIsEnoughAndALookIsNone() {
        // Given
        sweeps.order(true);
        sweeps.orderAfter(PERIOD);
        assertThat(ordered()).isEqualTo(2);
        ((MovableClock) clock).forward(PERIOD.multipliedBy(2));
        // When
        sweeps.orderAfter(PERIOD);
        // Then
        assertThat(ordered()).isEqualTo(2);
    }

    private int ordered() {
        return sweeps.list(PageRequest.of("200", null, "audio-sweeps")).size();
    }

    private void end() {
        sweeps.list(PageRequest.of("200", null, "audio-sweeps"))
                .forEach(sweep -> sweeps.end(sweep, Status.CANCELLED, null));
    }
}
