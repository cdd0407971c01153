package dev.parlance.benchmark.load.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadProfileTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void anOpenLoopWantsAsManyAsAreDueInItsTime() {
        LoadProfile pace = LoadProfile.openLoop(100, Duration.ofSeconds(2));

        assertThat(pace.dueNanos(50)).isEqualTo(SECOND / 2);
        assertThat(pace.includes(199, 0)).isTrue();
        assertThat(pace.includes(200, 0)).isFalse();
    }

    @Test
    void anOpenLoopThatIsLateSendsAllTheSame() {
        assertThat(LoadProfile.openLoop(100, Duration.ofSeconds(2)).includes(10, 3 * SECOND))
                .isTrue();
    }

    @Test
    void aClosedLoopIsAlwaysDueUntilItsTimeIsUp() {
        LoadProfile pace = LoadProfile.closedLoop(Duration.ofSeconds(1));

        assertThat(pace.dueNanos(1_000_000)).isZero();
        assertThat(pace.includes(1_000_000, SECOND - 1)).isTrue();
        assertThat(pace.includes(0, SECOND)).isFalse();
    }

    @Test
    void aNumberOfRequestsIsSentAtOnce() {
        assertThat(LoadProfile.burst(3).includes(2, 0)).isTrue();
        assertThat(LoadProfile.burst(3).includes(3, 0)).isFalse();
    }

    @Test
    void aPaceWithoutARateIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LoadProfile.openLoop(0, Duration.ofSeconds(1)));
    }
}
