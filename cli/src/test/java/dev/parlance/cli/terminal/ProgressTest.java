package dev.parlance.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void theBarShowsShareRateAndEstimate() {
        assertThat(new Progress(2297, 9188, Duration.ofSeconds(4)).bar())
                .isEqualTo("[#######.....................] 2,297 of 9,188 turns, 25 %, 574/s, 12 s left");
    }

    @Test
    void nothingIsEstimatedBeforeTheFirstTurnAndAfterTheLast() {
        assertThat(new Progress(0, 10, Duration.ofSeconds(1)).line()).isEqualTo("0 of 10 turns, 0 %, 0/s");
        assertThat(new Progress(10, 10, Duration.ofSeconds(2)).line()).isEqualTo("10 of 10 turns, 100 %, 5/s");
        assertThat(new Progress(0, 0, Duration.ZERO).line()).isEqualTo("0 of 0 turns, 100 %, 0/s");
    }

    @Test
    void aLongRestIsEstimatedInMinutesAndHours() {
        assertThat(new Progress(10, 2_000, Duration.ofSeconds(10)).line()).endsWith(", 34 min left");
        assertThat(new Progress(10, 20_000, Duration.ofSeconds(10)).line()).endsWith(", 6 h left");
    }
}
