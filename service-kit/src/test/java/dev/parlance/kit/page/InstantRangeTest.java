package dev.parlance.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.kit.problem.InvalidRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantRangeTest {
    @Test
    void aPlusSignThatTheCallerDidNotEscapeIsAPlusSign() {
        assertThat(InstantRange.of("2026-11-20T08:15:30 02:00", null).from())
                .isEqualTo(Instant.parse("2026-11-20T06:15:30Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-11-20",
                "+999999999-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z"
            })
    void whatRfc3339CannotWriteIsRefused(String text) {
        assertThatThrownBy(() -> InstantRange.of(text, null)).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> InstantRange.of(null, text)).isInstanceOf(InvalidRequest.class);
    }
}
