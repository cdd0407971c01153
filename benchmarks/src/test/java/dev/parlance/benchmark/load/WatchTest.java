package dev.parlance.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.benchmark.installation.Failure;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchTest {
    @Test
    void whoClosesAWatchWaitsForItsEnd() {
        // Given
        var ended = new AtomicInteger();
        Watch watch = Watch.start("a clock", closed -> {
            while (!closed.getAsBoolean()) {
                Thread.onSpinWait();
            }
            ended.incrementAndGet();
        });
        // When
        watch.close();
        // Then
        assertThat(ended).hasValue(1);
    }

    @Test
    void whatKeptItFromWatchingIsToldWhenItIsClosed() {
        // Given
        Watch watch = Watch.start("a clock", _ -> {
            throw new IllegalStateException("no hands");
        });
        // Then
        assertThatThrownBy(watch::close)
                .isInstanceOf(Failure.class)
                .hasMessage("Nobody could watch a clock (no hands).");
    }
}
