package dev.parlance.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void anOpenLoopWantsAsManyAsAreDueInItsTime() {
        Pace pace = Pace.openLoop(100, Duration.ofSeconds(2));

        assertThat(pace.dueNanos(50)).isEqualTo(SECOND / 2);
        assertThat(pace.isWanted(199, 0)).isTrue();
        assertThat(pace.isWanted(200, 0)).isFalse();
    }

    @Test
    void anOpenLoopThatIsLateSendsAllTheSame() {
        assertThat(Pace.openLoop(100, Duration.ofSeconds(2)).isWanted(10, 3 * SECOND))
                .isTrue();
    }

    @Test
    void aClosedLoopIsAlwaysDueUntilItsTimeIsUp() {
        Pace pace = Pace.closedLoop(Duration.ofSeconds(1));

        assertThat(pace.dueNanos(1_000_000)).isZero();
        assertThat(pace.isWanted(1_000_000, SECOND - 1)).isTrue();
        assertThat(pace.isWanted(0, SECOND)).isFalse();
    }

    @Test
    void aNumberOfRequestsIsSentAtOnce() {
        assertThat(Pace.atOnce(3).isWanted(2, 0)).isTrue();
        assertThat(Pace.atOnce(3).isWanted(3, 0)).isFalse();
    }

    @Test
    void aPaceWithoutARateIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Pace.openLoop(0, Duration.ofSeconds(1)));
    }
}
