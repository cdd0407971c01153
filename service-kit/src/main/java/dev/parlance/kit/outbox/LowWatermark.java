package dev.parlance.kit.outbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The id below which no row can appear in the outbox any more. Rows become visible in the order of their commits, not
/// of their ids: an id below the highest one seen is missing because its transaction is still running, has been
/// rolled back, or because its row was sent before.
///
/// A transaction has its id before its rows have theirs ([Outbox#append]). So a transaction that starts after a scan
/// has a higher id than those of all rows that the scan may have missed, and once a later scan shows that all
/// transactions before it have ended, ids that are still missing never appear. No clock takes part.
///
/// Reading above the watermark avoids reading rows that are deleted but cannot be vacuumed while a transaction holds
/// a snapshot.
final class LowWatermark {
    /// With more gaps than this, all become one: the scan then starts as low, and no gap is lost.
    static final int MAX_GAPS = 10_000;

    /// Missing ids up to one, and the id of a transaction that started after they were noticed.
    private record Gap(long to, long noticedBefore) {}

    /// By their first id.
    private final TreeMap<Long, Gap> gaps = new TreeMap<>();

    private long highestId;

    /// Forgets all ids: the next scan starts at the lowest one.
    void reset() {
        gaps.clear();
        highestId = 0;
    }

    /// Rows with a higher id are to be read.
    long scanAfter() {
        return gaps.isEmpty() ? highestId : gaps.firstKey() - 1;
    }

    /// Forgets the missing ids that a batch, read after [#scanAfter], shows to stay missing: those up to the end of its
    /// scan.
    void settle(OutboxBatch batch) {
        long scannedTo = batch.scannedTo();
        Map.Entry<Long, Gap> last = gaps.floorEntry(scannedTo);
        gaps.headMap(scannedTo, true).values().removeIf(gap -> gap.noticedBefore() < batch.oldestRunning());
        if (last != null && last.getValue().to() > scannedTo) {
            Gap gap = last.getValue();
            if (gap.noticedBefore() < batch.oldestRunning()) {
                addGap(scannedTo + 1, gap.to(), gap.noticedBefore());
            }
        }
    }

    /// Registers rows that were read, in the order of their ids.
    ///
    /// @param laterTransaction id of a transaction that started after the rows were read
    void observe(List<OutboxRow> rows, long laterTransaction) {
        for (OutboxRow row : rows) {
            if (row.id() > highestId) {
                addGap(highestId + 1, row.id() - 1, laterTransaction);
                highestId = row.id();
            } else {
                close(row.id());
            }
        }
        if (gaps.size() > MAX_GAPS) {
            mergeGaps(laterTransaction);
        }
    }

    private void close(long id) {
        Map.Entry<Long, Gap> around = gaps.floorEntry(id);
        if (around == null || around.getValue().to() < id) {
            return;
        }
        Gap gap = gaps.remove(around.getKey());
        addGap(around.getKey(), id - 1, gap.noticedBefore());
        addGap(id + 1, gap.to(), gap.noticedBefore());
    }

    private void addGap(long from, long to, long noticedBefore) {
        if (from <= to) {
            gaps.put(from, new Gap(to, noticedBefore));
        }
    }

    private void mergeGaps(long laterTransaction) {
        long from = gaps.firstKey();
        long to = gaps.lastEntry().getValue().to();
        gaps.clear();
        addGap(from, to, laterTransaction);
    }
}
