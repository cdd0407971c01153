package dev.parlance.benchmark.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateSearchTest {
    @ParameterizedTest
    @ValueSource(doubles = {800, 1000, 1090, 1300, 2500})
    void theRateThatIsFoundIsWithinATenthOfWhatIsPossible(double possible) {
        var search = new RateSearch(1000, false);
        double held = 0;
        int tries = 0;
        while (!search.isDone()) {
            double rate = search.nextRate();
            boolean isHeld = rate <= possible;
            held = isHeld ? rate : held;
            search.recordTry(isHeld, rate < possible * 0.7);
            tries++;
        }

        assertThat(held).isBetween(possible / 1.11, possible);
        assertThat(tries).isLessThanOrEqualTo(7);
    }

    @Test
    void aRateThatWasFoundBeforeIsNotSoughtAgain() {
        var search = new RateSearch(1000, true);

        search.recordTry(true, true);

        assertThat(search.isDone()).isTrue();
    }

    @Test
    void aRateThatWasFoundBeforeMayBeTooHighToday() {
        var search = new RateSearch(1000, true);

        search.recordTry(false, false);

        assertThat(search.isDone()).isFalse();
        assertThat(search.nextRate()).isLessThan(1000);
    }
}
