package dev.parlance.summary.day;

import dev.parlance.contract.Learner;
import java.time.LocalDate;
import java.util.Comparator;

/// One learner's local day. Ordered, so that all who write several take them in the same order.
public record DayKey(String tenant, String learnerId, LocalDate date) implements Comparable<DayKey> {
    private static final Comparator<DayKey> ORDER = Comparator.comparing(DayKey::tenant)
            .thenComparing(DayKey::learnerId)
            .thenComparing(DayKey::date);

    /// The learner's own key, under which all that changes the learner's days is locked.
    public String learner() {
        return new Learner(tenant, learnerId).key();
    }

    @Override
    public int compareTo(DayKey other) {
        return ORDER.compare(this, other);
    }
}
