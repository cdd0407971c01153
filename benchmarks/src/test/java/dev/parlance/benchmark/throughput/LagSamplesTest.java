package dev.parlance.benchmark.throughput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LagSamplesTest {
    private final LagSamples lag = new LagSamples();

    @Test
    void theLagIsTheAgeOfTheOldestTurnThatIsNotCounted() {
        lag.add(1, 100, 0);
        lag.add(2, 200, 50);
        assertThat(lag.lastSeconds()).isEqualTo(1.5);

        lag.add(3, 300, 150);
        assertThat(lag.lastSeconds()).isEqualTo(1.5);
        assertThat(lag.maxSecondsSince(0)).isEqualTo(1.5);
    }

    @Test
    void whatIsAllCountedHasNoLag() {
        lag.add(1, 100, 20);
        lag.add(2, 100, 100);

        assertThat(lag.lastSeconds()).isZero();
    }

    @Test
    void aReaderThatStandsStillFallsBehindByTheClock() {
        lag.add(1, 100, 100);
        lag.add(2, 200, 100);
        lag.add(6, 600, 100);

        assertThat(lag.lastSeconds()).isEqualTo(5);
    }

    @Test
    void theWorstIsSoughtOnlyWhereItIsWanted() {
        lag.add(1, 100, 0);
        lag.add(2, 200, 190);

        assertThat(lag.maxSecondsSince(0)).isEqualTo(1);
        assertThat(lag.maxSecondsSince(2)).isEqualTo(0.1, within(1e-9));
    }
}
