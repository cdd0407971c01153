package dev.parlance.conversation.audio.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalLimitTest {
    @ParameterizedTest
    @CsvSource({"0, 100", "100, 100", "2000, 100", "2040, 102", "1000000, 50000"})
    void aTwentiethMayGoAndAHundredInAnyCase(long existing, long limit) {
        assertThat(RemovalLimit.of(existing)).isEqualTo(limit);
    }
}
