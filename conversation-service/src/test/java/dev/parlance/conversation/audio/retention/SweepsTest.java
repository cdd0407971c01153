package dev.parlance.conversation.audio.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.testing.MovableClock;
import dev.parlance.kit.testing.TestPlatform;
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

/// Every instance schedules sweeps; one per period is created.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class SweepsTest {
    private static final Duration PERIOD = Duration.ofHours(6);

    @Inject
    Sweeps sweeps;

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void deleteSweeps() {
        jdbi.useHandle(handle -> handle.execute("delete from audio_sweep"));
    }

    @AfterEach
    void resetClock() {
        ((MovableClock) clock).reset();
        deleteSweeps();
    }

    @Test
    void instancesThatCreateSweepsConcurrentlyCreateOne() throws Exception {
        // When
        try (var instances = Executors.newFixedThreadPool(4)) {
            for (var one : instances.invokeAll(Collections.<Callable<Void>>nCopies(8, () -> {
                sweeps.createIfDue(PERIOD);
                return null;
            }))) {
                one.get();
            }
        }
        // Then
        assertThat(countSweeps()).isEqualTo(1);
    }

    @Test
    void theNextSweepIsCreatedAPeriodAfterTheLastOne() {
        // Given
        sweeps.createIfDue(PERIOD);
        cancelSweeps();
        ((MovableClock) clock).advance(PERIOD.minusMinutes(1));
        sweeps.createIfDue(PERIOD);
        assertThat(countSweeps()).isEqualTo(1);
        // When
        ((MovableClock) clock).advance(Duration.ofMinutes(2));
        sweeps.createIfDue(PERIOD);
        // Then
        assertThat(countSweeps()).isEqualTo(2);
    }

    @Test
    void aRunningSweepPreventsAnotherAndADryRunDoesNot() {
        // Given
        sweeps.create(true, false);
        sweeps.createIfDue(PERIOD);
        assertThat(countSweeps()).isEqualTo(2);
        ((MovableClock) clock).advance(PERIOD.multipliedBy(2));
        // When
        sweeps.createIfDue(PERIOD);
        // Then
        assertThat(countSweeps()).isEqualTo(2);
    }

    @Test
    void aSweepThatIsOrderedAgainWhileItRunsIsTheSameSweep() {
        Sweep first = sweeps.create(false, false);
        assertThat(sweeps.create(false, false).id()).isEqualTo(first.id());
        assertThat(sweeps.create(true, false).id()).isNotEqualTo(first.id());
        assertThat(countSweeps()).isEqualTo(2);
    }

    private int countSweeps() {
        return sweeps.jobs().list(PageRequest.of("200", null, "audio-sweeps")).size();
    }

    private void cancelSweeps() {
        sweeps.jobs().list(PageRequest.of("200", null, "audio-sweeps")).forEach(sweep -> sweeps.jobs()
                .cancel(sweep.id().toString()));
    }
}
