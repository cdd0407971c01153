package dev.parlance.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GateTest {
    private final Gate gate = new Gate();

    @Test
    void whatIsAtWorkMayFinishAndNothingNewBegins() throws InterruptedException {
        // Given
        assertThat(gate.enter()).isTrue();
        Thread atWork = Thread.ofVirtual().start(gate::leave);
        // When
        boolean allOut = gate.close(Duration.ofMinutes(1));
        // Then
        assertThat(allOut).isTrue();
        assertThat(gate.enter()).isFalse();
        atWork.join();
    }

    @Test
    void whatHangsIsNotWaitedForWithoutEnd() throws InterruptedException {
        gate.enter();
        assertThat(gate.close(Duration.ofMillis(1))).isFalse();
    }
}
