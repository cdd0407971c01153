package dev.parlance.kit.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InFlightBatchesTest {
    private final InFlightBatches inFlight = new InFlightBatches();

    @Test
    void runningBatchesEndAndNoneBeginsAfterTheClose() throws InterruptedException {
        // Given
        assertThat(inFlight.begin()).isTrue();
        Thread atWork = Thread.ofVirtual().start(inFlight::end);
        // When
        boolean allOut = inFlight.closeAndAwait(Duration.ofMinutes(1));
        // Then
        assertThat(allOut).isTrue();
        assertThat(inFlight.begin()).isFalse();
        atWork.join();
    }

    @Test
    void theWaitForABatchThatHangsEnds() throws InterruptedException {
        inFlight.begin();
        assertThat(inFlight.closeAndAwait(Duration.ofMillis(1))).isFalse();
    }
}
