package dev.parlance.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireJsonTest {
    @Test
    void anInstantIsReadAsItWasWritten() {
        var random = new Random(5);
        for (int at = 0; at < 1_000; at++) {
            Instant instant = Instant.ofEpochMilli(random.nextLong(-62_000_000_000_000L, 250_000_000_000_000L));
            String written = WireJson.format(instant);
            assertThat(written).hasSize(24);
            assertThat(WireJson.parseInstant(written)).isEqualTo(instant);
            assertThat(OffsetDateTime.parse(written).toInstant()).isEqualTo(instant);
        }
    }

    @Test
    void anInstantIsCutToMilliseconds() {
        Instant instant = Instant.parse("2026-11-20T08:15:30.120999999Z");
        assertThat(WireJson.format(instant)).isEqualTo("2026-11-20T08:15:30.120Z");
    }

    @Test
    void aYearOfFiveDigitsIsWrittenToo() {
        Instant instant = Instant.parse("+12026-11-20T08:15:30.120Z").truncatedTo(ChronoUnit.MILLIS);
        assertThat(WireJson.parseInstant(WireJson.format(instant))).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:15:30Z, 2026-11-20T08:15:30Z",
        "2026-11-20T08:15Z, 2026-11-20T08:15:00Z",
        "2026-11-20T10:15:30.1209+02:00, 2026-11-20T08:15:30.120Z",
        "2026-11-20T08:15:30.120+00:00, 2026-11-20T08:15:30.120Z"
    })
    void everyOffsetIsRead(String text, Instant instant) {
        assertThat(WireJson.parseInstant(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-20T08:15:30.120Z",
                "2026-02-30T08:15:30.120Z",
                "2026-11-20T25:15:30.120Z",
                "2026-11-20T08:15:60.120Z",
                "2026-11-20 08:15:30.120Z",
                "2026-11-20T08:15:30,120Z",
                "２026-11-20T08:15:30.120Z",
                "yesterday",
                ""
            })
    void aTextThatIsNoInstantIsRefused(String text) {
        assertThatThrownBy(() -> WireJson.parseInstant(text)).isInstanceOf(DateTimeException.class);
    }
}
