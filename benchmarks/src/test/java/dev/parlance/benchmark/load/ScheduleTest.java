package dev.parlance.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final Schedule schedule = new Schedule(50, Duration.ofSeconds(20), Duration.ofSeconds(60));

    @Test
    void turnsAreDueOneByOneAtTheRate() {
        assertThat(schedule.dueNanos(0)).isZero();
        assertThat(schedule.dueNanos(1)).isEqualTo(Duration.ofMillis(20).toNanos());
        assertThat(schedule.dueNanos(50)).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void whatIsDueWhileWarmingUpIsNotMeasured() {
        assertThat(schedule.turns()).isEqualTo(4000);
        assertThat(IntStream.range(0, schedule.turns()).filter(schedule::isMeasured))
                .hasSize(3000)
                .first()
                .isEqualTo(1000);
    }

    @Test
    void aRateNeedNotBeWhole() {
        var slow = new Schedule(0.5, Duration.ZERO, Duration.ofSeconds(10));

        assertThat(slow.turns()).isEqualTo(5);
        assertThat(slow.dueNanos(4)).isEqualTo(Duration.ofSeconds(8).toNanos());
    }

    @Test
    void aLoadWithoutARateIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(0, Duration.ZERO, Duration.ofSeconds(1)));
    }
}
