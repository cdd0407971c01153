package dev.parlance.cli.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong now = new AtomicLong(5_000_000_000L);

    @Test
    void turnsAreSpreadEvenly() {
        Pace pace = new Pace(50, now::get);

        assertThat(pace.claim(1)).isEqualTo(Duration.ZERO);
        assertThat(pace.claim(1)).isEqualTo(Duration.ofMillis(20));
        assertThat(pace.claim(5)).isEqualTo(Duration.ofMillis(40));
        assertThat(pace.claim(1)).isEqualTo(Duration.ofMillis(140));
    }

    @Test
    void aPauseIsNotMadeUpForByABurst() {
        Pace pace = new Pace(50, now::get);
        pace.claim(1);
        now.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(pace.claim(1)).isEqualTo(Duration.ZERO);
        assertThat(pace.claim(1)).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void withoutARateNobodyWaitsAndRequestsAreFull() {
        Pace pace = new Pace(0, now::get);

        assertThat(pace.claim(100)).isEqualTo(Duration.ZERO);
        assertThat(pace.claim(100)).isEqualTo(Duration.ZERO);
        assertThat(pace.turnsAtOnce()).isEqualTo(100);
    }

    @Test
    void aSlowPaceIsSentTurnByTurn() {
        assertThat(new Pace(50, now::get).turnsAtOnce()).isEqualTo(1);
        assertThat(new Pace(2_000, now::get).turnsAtOnce()).isEqualTo(10);
        assertThat(new Pace(1_000_000, now::get).turnsAtOnce()).isEqualTo(100);
    }
}
