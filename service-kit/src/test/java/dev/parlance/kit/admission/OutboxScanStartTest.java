package dev.parlance.kit.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboxScanStartTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final OutboxScanStart start = new OutboxScanStart();

    @Test
    void rowsThatWereSentAreNotReadAgainToFindTheOldest() {
        assertThat(start.nextScanFrom(NOON)).isZero();
        start.scanned(41, NOON);
        assertThat(start.nextScanFrom(NOON.plusMillis(250))).isEqualTo(41);
        start.scanned(57, NOON.plusMillis(250));
        assertThat(start.nextScanFrom(NOON.plusMillis(500))).isEqualTo(57);
    }

    @Test
    void anEmptyOutboxIsSearchedFromWhereItsLastRowWas() {
        assertThat(start.nextScanFrom(NOON)).isZero();
        start.scanned(41, NOON);
        assertThat(start.nextScanFrom(NOON.plusMillis(250))).isEqualTo(41);
        start.scanned(0, NOON.plusMillis(250));
        assertThat(start.nextScanFrom(NOON.plusMillis(500))).isEqualTo(41);
    }

    @Test
    void aRowThatAppearedLateIsFoundByAFullScan() {
        assertThat(start.nextScanFrom(NOON)).isZero();
        start.scanned(41, NOON);
        assertThat(start.nextScanFrom(NOON.plusSeconds(30))).isZero();
        start.scanned(40, NOON.plusSeconds(30));
        assertThat(start.nextScanFrom(NOON.plusSeconds(31))).isEqualTo(40);
    }

    @Test
    void theLongerAFullScanTakesTheRarerItIs() {
        assertThat(start.nextScanFrom(NOON)).isZero();
        start.scanned(41, NOON.plusSeconds(2));
        assertThat(start.nextScanFrom(NOON.plusSeconds(41))).isEqualTo(41);
        start.scanned(41, NOON.plusSeconds(41));
        assertThat(start.nextScanFrom(NOON.plusSeconds(42))).isZero();
    }
}
