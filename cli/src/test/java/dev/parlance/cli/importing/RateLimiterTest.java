package dev.parlance.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private final AtomicLong now = new AtomicLong(5_000_000_000L);

    @Test
    void turnsAreSpreadEvenly() {
        RateLimiter pace = new RateLimiter(50, now::get);

        assertThat(pace.reserve(1)).isEqualTo(Duration.ZERO);
        assertThat(pace.reserve(1)).isEqualTo(Duration.ofMillis(20));
        assertThat(pace.reserve(5)).isEqualTo(Duration.ofMillis(40));
        assertThat(pace.reserve(1)).isEqualTo(Duration.ofMillis(140));
    }

    @Test
    void thereIsNoBurstAfterAPause() {
        RateLimiter pace = new RateLimiter(50, now::get);
        pace.reserve(1);
        now.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(pace.reserve(1)).isEqualTo(Duration.ZERO);
        assertThat(pace.reserve(1)).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void withoutARateThereIsNoWaitAndRequestsAreFull() {
        RateLimiter pace = new RateLimiter(0, now::get);

        assertThat(pace.reserve(100)).isEqualTo(Duration.ZERO);
        assertThat(pace.reserve(100)).isEqualTo(Duration.ZERO);
        assertThat(pace.batchTurns()).isEqualTo(100);
    }

    @Test
    void atALowRateTurnsAreSentOneByOne() {
        assertThat(new RateLimiter(50, now::get).batchTurns()).isEqualTo(1);
        assertThat(new RateLimiter(2_000, now::get).batchTurns()).isEqualTo(10);
        assertThat(new RateLimiter(1_000_000, now::get).batchTurns()).isEqualTo(100);
    }
}
