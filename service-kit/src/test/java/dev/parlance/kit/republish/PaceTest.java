package dev.parlance.kit.republish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong now = new AtomicLong(Duration.ofHours(1).toNanos());
    private final Pace pace = new Pace(100, now::get);

    @Test
    void whatWasSentQuicklyIsFollowedByARest() {
        assertThat(pace.after(50)).isEqualTo(Duration.ofMillis(500));
        now.addAndGet(Duration.ofMillis(500).toNanos());
        now.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(pace.after(50)).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void lostTimeIsNotMadeUpFor() {
        now.addAndGet(Duration.ofMinutes(10).toNanos());
        assertThat(pace.after(50)).isEqualTo(Duration.ZERO);
        assertThat(pace.after(50)).isEqualTo(Duration.ofMillis(500));
    }
}
