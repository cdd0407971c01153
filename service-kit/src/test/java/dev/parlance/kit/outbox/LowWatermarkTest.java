package dev.parlance.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LowWatermarkTest {
    private final LowWatermark watermark = new LowWatermark();

    @Test
    void scansStartAtTheLowestIdUntilTheTransactionsOfAPredecessorHaveEnded() {
        observe(700, 41, 42);
        assertThat(watermark.scanAfter()).isZero();
        settle(700);
        assertThat(watermark.scanAfter()).isZero();
        settle(701);
        assertThat(watermark.scanAfter()).isEqualTo(42);
    }

    @Test
    void aMissingIdHoldsTheWatermarkUntilItAppears() {
        startWith(41);
        observe(710, 44, 45);
        assertThat(watermark.scanAfter()).isEqualTo(41);
        observe(711, 43);
        assertThat(watermark.scanAfter()).isEqualTo(41);
        observe(712, 42);
        assertThat(watermark.scanAfter()).isEqualTo(45);
    }

    @Test
    void anIdThatWasRolledBackHoldsTheWatermarkUntilEarlierTransactionsHaveEnded() {
        startWith(41);
        observe(710, 43);
        settle(710);
        assertThat(watermark.scanAfter()).isEqualTo(41);
        settle(711);
        assertThat(watermark.scanAfter()).isEqualTo(43);
    }

    @Test
    void aTransactionThatStartedLaterHoldsOnlyItsOwnIds() {
        startWith(41);
        observe(710, 43);
        observe(720, 45);
        settle(715);
        assertThat(watermark.scanAfter()).isEqualTo(43);
    }

    @Test
    void aGapIsKeptWhereAScanEndedBelowIt() {
        startWith(41);
        observe(710, 60, 80);
        watermark.settle(new OutboxBatch(rows(55), 711, true));
        observe(712, 55);
        assertThat(watermark.scanAfter()).isEqualTo(55);
        settle(713);
        assertThat(watermark.scanAfter()).isEqualTo(80);
    }

    @Test
    void moreGapsThanCanBeTrackedBecomeOne() {
        startWith(1);
        long last = 2L * LowWatermark.MAX_GAPS + 5;
        for (long id = 3; id <= last; id += 2) {
            observe(700 + id, id);
        }
        assertThat(watermark.scanAfter()).isEqualTo(1);
        settle(701 + last);
        assertThat(watermark.scanAfter()).isEqualTo(last);
    }

    private void startWith(long id) {
        observe(700, id);
        settle(701);
    }

    private void observe(long laterTransaction, long... ids) {
        watermark.observe(rows(ids), laterTransaction);
    }

    private void settle(long oldestRunning) {
        watermark.settle(new OutboxBatch(List.of(), oldestRunning, false));
    }

    private static List<OutboxRow> rows(long... ids) {
        return LongStream.of(ids)
                .mapToObj(id -> new OutboxRow(id, "topic", "key", "", new byte[0]))
                .toList();
    }
}
