package dev.parlance.benchmark.installation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
    private static final String STAT =
            "42 (postgres: a (b) c) S 1 42 42 0 -1 4194560 900 80 0 0 250 50 30 20 20 0 1 0 1234 5 6 7";

    @Test
    void aNameMayHoldBlanksAndBrackets() {
        assertThat(CpuTime.parseStat(STAT, 1)).isEqualTo(3.0);
    }

    @Test
    void childrenThatHaveEndedCountWhereTheyAreWanted() {
        assertThat(CpuTime.parseStat(STAT, 2)).isEqualTo(3.5);
    }

    @Test
    void whatWasUsedIsTheDifference() {
        var before = new CpuTime(Map.of("kafka", 2.0));
        var after = new CpuTime(Map.of("kafka", 2.5, "late", 1.0));

        assertThat(after.since(before).secondsByProcess()).isEqualTo(Map.of("kafka", 0.5, "late", 1.0));
    }

    @Test
    void thisProcessIsTheDriver() {
        assertThat(CpuTime.now(Map.of()).secondsOf("driver")).isPositive();
    }
}
