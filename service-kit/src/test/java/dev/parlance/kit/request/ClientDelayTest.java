package dev.parlance.kit.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// 1,000 bytes a second at least, with ten seconds of grace.
class ClientDelayTest {
    private final ClientDelay delay = new ClientDelay(1_000, Duration.ofSeconds(10));
    private long now;

    @Test
    void aClientAtTheMinimalRateIsNeverTooSlow() {
        // When
        boolean tooSlow = false;
        for (int second = 0; second < 3_600; second++) {
            tooSlow |= transfer(1, 1_000);
        }
        // Then
        assertThat(tooSlow).isFalse();
    }

    @Test
    void aClientThatStopsIsTooSlowAfterTheGracePeriod() {
        // When
        delay.startWait(now);
        // Then
        assertThat(delay.isTooLong(now + TimeUnit.SECONDS.toNanos(10))).isFalse();
        assertThat(delay.isTooLong(now + TimeUnit.SECONDS.toNanos(11))).isTrue();
    }

    @Test
    void bytesThatCameFastAreNoExcuseLater() {
        // Given
        transfer(1, 100_000_000);
        // When
        boolean tooSlow = transfer(11, 1);
        // Then
        assertThat(tooSlow).isTrue();
    }

    @Test
    void aPauseIsMadeGoodByBytes() {
        // Given
        transfer(9, 0);
        // When
        boolean tooSlow = transfer(1, 9_000) || transfer(9, 0);
        // Then
        assertThat(tooSlow).isFalse();
    }

    @Test
    void theTimeInWhichTheServiceDoesNotWaitIsNotTheClients() {
        // Given
        transfer(9, 0);
        // When the service is busy for a minute
        now += TimeUnit.SECONDS.toNanos(60);
        // Then
        assertThat(delay.isTooLong(now)).isFalse();
    }

    private boolean transfer(int seconds, long bytes) {
        delay.startWait(now);
        now += TimeUnit.SECONDS.toNanos(seconds);
        delay.endWait(now, bytes);
        return delay.isTooLong(now);
    }
}
