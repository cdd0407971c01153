package dev.parlance.kit.republish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private final AtomicLong now = new AtomicLong(Duration.ofHours(1).toNanos());
    private final RateLimiter rateLimiter = new RateLimiter(100, now::get);

    @Test
    void recordsSentQuicklyAreFollowedByAPause() {
        assertThat(rateLimiter.delayAfter(50)).isEqualTo(Duration.ofMillis(500));
        now.addAndGet(Duration.ofMillis(500).toNanos());
        now.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(rateLimiter.delayAfter(50)).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void lostTimeIsNotMadeUpFor() {
        now.addAndGet(Duration.ofMinutes(10).toNanos());
        assertThat(rateLimiter.delayAfter(50)).isEqualTo(Duration.ZERO);
        assertThat(rateLimiter.delayAfter(50)).isEqualTo(Duration.ofMillis(500));
    }
}
