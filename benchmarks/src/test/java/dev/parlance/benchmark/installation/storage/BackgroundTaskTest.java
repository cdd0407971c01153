package dev.parlance.benchmark.installation.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.benchmark.report.Failure;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest {
    @Test
    void whoClosesAWatchWaitsForItsEnd() {
        // Given
        var ended = new AtomicInteger();
        BackgroundTask watch = BackgroundTask.start("a clock", closed -> {
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
        BackgroundTask watch = BackgroundTask.start("a clock", _ -> {
            throw new IllegalStateException("no hands");
        });
        // Then
        assertThatThrownBy(watch::close)
                .isInstanceOf(Failure.class)
                .hasMessage("Nobody could watch a clock (no hands).");
    }
}
