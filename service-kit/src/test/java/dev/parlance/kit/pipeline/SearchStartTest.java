package dev.parlance.kit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SearchStartTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final SearchStart start = new SearchStart();

    @Test
    void rowsThatWereSentAreNotReadAgainToFindTheOldest() {
        assertThat(start.from(NOON)).isZero();
        start.found(41, NOON);
        assertThat(start.from(NOON.plusMillis(250))).isEqualTo(41);
        start.found(57, NOON.plusMillis(250));
        assertThat(start.from(NOON.plusMillis(500))).isEqualTo(57);
    }

    @Test
    void anEmptyOutboxIsSearchedFromWhereItsLastRowWas() {
        assertThat(start.from(NOON)).isZero();
        start.found(41, NOON);
        assertThat(start.from(NOON.plusMillis(250))).isEqualTo(41);
        start.found(0, NOON.plusMillis(250));
        assertThat(start.from(NOON.plusMillis(500))).isEqualTo(41);
    }

    @Test
    void aRowThatAppearedLateIsFoundByASearchFromTheBeginning() {
        assertThat(start.from(NOON)).isZero();
        start.found(41, NOON);
        assertThat(start.from(NOON.plusSeconds(30))).isZero();
        start.found(40, NOON.plusSeconds(30));
        assertThat(start.from(NOON.plusSeconds(31))).isEqualTo(40);
    }

    @Test
    void theLongerASearchFromTheBeginningTakesTheRarerItIs() {
        assertThat(start.from(NOON)).isZero();
        start.found(41, NOON.plusSeconds(2));
        assertThat(start.from(NOON.plusSeconds(41))).isEqualTo(41);
        start.found(41, NOON.plusSeconds(41));
        assertThat(start.from(NOON.plusSeconds(42))).isZero();
    }
}
