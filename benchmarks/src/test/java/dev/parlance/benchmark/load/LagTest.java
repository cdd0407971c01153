package dev.parlance.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LagTest {
    private final Lag lag = new Lag();

    @Test
    void theLagIsTheAgeOfTheOldestTurnThatIsNotCounted() {
        lag.look(1, 100, 0);
        lag.look(2, 200, 50);
        assertThat(lag.last()).isEqualTo(1.5);

        lag.look(3, 300, 150);
        assertThat(lag.last()).isEqualTo(1.5);
        assertThat(lag.worstSince(0)).isEqualTo(1.5);
    }

    @Test
    void whatIsAllCountedHasNoLag() {
        lag.look(1, 100, 20);
        lag.look(2, 100, 100);

        assertThat(lag.last()).isZero();
    }

    @Test
    void aReaderThatStandsStillFallsBehindByTheClock() {
        lag.look(1, 100, 100);
        lag.look(2, 200, 100);
        lag.look(6, 600, 100);

        assertThat(lag.last()).isEqualTo(5);
    }

    @Test
    void theWorstIsSoughtOnlyWhereItIsWanted() {
        lag.look(1, 100, 0);
        lag.look(2, 200, 190);

        assertThat(lag.worstSince(0)).isEqualTo(1);
        assertThat(lag.worstSince(2)).isEqualTo(0.1, within(1e-9));
    }
}
