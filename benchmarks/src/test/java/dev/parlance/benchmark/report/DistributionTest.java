package dev.parlance.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private final Distribution hundred = new Distribution(IntStream.rangeClosed(1, 100)
            .mapToObj(value -> (double) (101 - value))
            .toList());

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        assertThat(hundred.percentile(50)).isEqualTo(50);
        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(hundred.percentile(99.5)).isEqualTo(100);
        assertThat(hundred.max()).isEqualTo(100);
    }

    @Test
    void oneValueIsEveryPercentile() {
        var one = new Distribution(List.of(7.0));

        assertThat(List.of(one.percentile(1), one.percentile(99), one.median())).containsOnly(7.0);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(new Distribution(List.of(9.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
        assertThat(new Distribution(List.of(9.0, 1.0, 3.0)).median()).isEqualTo(3);
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThatIllegalStateException().isThrownBy(() -> new Distribution(List.of()).percentile(50));
    }
}
