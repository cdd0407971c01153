package dev.parlance.kit.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.kit.lease.LeasedWorker.WorkerSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LeasedWorkerTest {
    private static final WorkerSettings SETTINGS =
            new WorkerSettings("test-worker", "test", Duration.ofSeconds(30), Duration.ofMillis(1));

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch thirdStep = new CountDownLatch(3);

    @Test
    void aStepIsRepeatedAfterAnErrorAndTheLeaseIsReleasedAfterTheLastOne() throws InterruptedException {
        // Given
        var worker = new LeasedWorker(new RecordedLeases(), SETTINGS, new FailingFirstStep());
        // When
        worker.start();
        assertThat(thirdStep.await(30, TimeUnit.SECONDS)).isTrue();
        worker.stop();
        // Then
        assertThat(calls).startsWith("step", "reset", "step", "step").endsWith("reset", "release test");
        assertThat(calls.stream().filter("reset"::equals)).hasSize(2);
    }

    @Test
    void aPauseEndsWhenTheServiceStops() throws InterruptedException {
        // Given
        var worker = new LeasedWorker(new RecordedLeases(), SETTINGS, () -> Duration.ofDays(1));
        worker.start();
        // When
        worker.stop();
        // Then
        assertThat(calls).containsExactly("release test");
    }

    @Test
    void aWorkerThatWasNeverStartedStopsAtOnce() throws InterruptedException {
        new LeasedWorker(new RecordedLeases(), SETTINGS, () -> Duration.ZERO).stop();
        assertThat(calls).isEmpty();
    }

    private final class FailingFirstStep implements LeasedWorker.Step {
        @Override
        public Duration run() {
            calls.add("step");
            thirdStep.countDown();
            if (thirdStep.getCount() == 2) {
                throw new OutOfMemoryError("on purpose");
            }
            return Duration.ofMillis(1);
        }

        @Override
        public void reset() {
            calls.add("reset");
        }
    }

    private final class RecordedLeases extends Leases {
        RecordedLeases() {
            super(null);
        }

        @Override
        public void release(String name) {
            calls.add("release " + name);
        }
    }
}
