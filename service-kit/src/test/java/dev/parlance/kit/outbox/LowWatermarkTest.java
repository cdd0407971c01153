package dev.parlance.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LowWatermarkTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration MAX_TRANSACTION_DURATION = Duration.ofSeconds(90);
    private static final Instant LATER = NOON.plus(MAX_TRANSACTION_DURATION).plusSeconds(1);

    private final LowWatermark watermark = new LowWatermark(MAX_TRANSACTION_DURATION);

    @Test
    void fullScansAreRepeatedUntilTheTransactionsOfAPredecessorHaveEnded() {
        watermark.reset(NOON);
        assertThat(watermark.scanAfter(NOON)).isZero();
        observe(NOON, 41, 42);
        assertThat(watermark.scanAfter(NOON.plusMillis(50))).isEqualTo(42);
        assertThat(watermark.scanAfter(NOON.plusMillis(1_049))).isEqualTo(42);
        assertThat(watermark.scanAfter(NOON.plusMillis(1_050))).isZero();
        assertThat(watermark.scanAfter(NOON.plusMillis(1_100))).isEqualTo(42);
        assertThat(watermark.scanAfter(NOON.plusSeconds(89))).isZero();
        assertThat(watermark.scanAfter(NOON.plusSeconds(89).plusMillis(50))).isEqualTo(42);
    }

    @Test
    void aLastFullScanFollowsTheTransactionsOfAPredecessor() {
        watermark.reset(NOON);
        assertThat(watermark.scanAfter(NOON)).isZero();
        observe(NOON, 41, 42);
        assertThat(watermark.scanAfter(LATER)).isZero();
        assertThat(watermark.scanAfter(LATER.plusSeconds(1))).isEqualTo(42);
        assertThat(watermark.scanAfter(LATER.plusSeconds(90))).isEqualTo(42);
    }

    @Test
    void theLongerAFullScanTakesTheRarerItIs() {
        watermark.reset(NOON);
        assertThat(watermark.scanAfter(NOON)).isZero();
        observe(NOON, 41, 42);
        assertThat(watermark.scanAfter(NOON.plusSeconds(2))).isEqualTo(42);
        assertThat(watermark.scanAfter(NOON.plusSeconds(21))).isEqualTo(42);
        assertThat(watermark.scanAfter(NOON.plusSeconds(22))).isZero();
    }

    @Test
    void aMissingIdHoldsTheWatermarkUntilItAppears() {
        startAfterEarlierTransactions();
        observe(LATER, 41, 44, 45);
        assertThat(watermark.scanAfter(LATER)).isEqualTo(41);
        observe(LATER, 43);
        assertThat(watermark.scanAfter(LATER)).isEqualTo(41);
        observe(LATER, 42);
        assertThat(watermark.scanAfter(LATER)).isEqualTo(45);
    }

    @Test
    void anIdThatWasRolledBackHoldsTheWatermarkNoLongerThanTheLongestTransaction() {
        startAfterEarlierTransactions();
        observe(LATER, 41, 43);
        assertThat(watermark.scanAfter(LATER.plusSeconds(89))).isEqualTo(41);
        assertThat(watermark.scanAfter(LATER.plusSeconds(91))).isEqualTo(43);
    }

    @Test
    void aRowThatBecameVisibleAfterTheLongestTransactionIsFoundAllTheSame() {
        // Given an id that does not hold the watermark any more
        startAfterEarlierTransactions();
        observe(LATER, 41, 43);
        Instant muchLater = LATER.plusSeconds(240);
        assertThat(watermark.scanAfter(muchLater)).isEqualTo(43);
        // When
        assertThat(watermark.scanAfter(LATER.plusSeconds(300))).isZero();
        observe(LATER.plusSeconds(300), 42);
        // Then rows like it are searched as well
        assertThat(watermark.scanAfter(LATER.plusSeconds(302))).isZero();
    }

    @Test
    void aGapTooLargeToCountCausesAFullScan() {
        startAfterEarlierTransactions();
        observe(LATER, 1, 2_000_000);
        assertThat(watermark.scanAfter(LATER)).isZero();
        assertThat(watermark.scanAfter(LATER.plus(MAX_TRANSACTION_DURATION))).isZero();
        assertThat(watermark.scanAfter(LATER.plus(MAX_TRANSACTION_DURATION).plusSeconds(1)))
                .isEqualTo(2_000_000);
    }

    private void startAfterEarlierTransactions() {
        watermark.reset(NOON);
        assertThat(watermark.scanAfter(LATER)).isZero();
    }

    private void observe(Instant now, long... ids) {
        watermark.observe(
                LongStream.of(ids)
                        .mapToObj(id -> new OutboxRow(id, "topic", "key", "", new byte[0]))
                        .toList(),
                now);
    }
}
