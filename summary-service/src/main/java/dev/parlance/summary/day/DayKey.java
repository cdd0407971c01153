package dev.parlance.summary.day;

import dev.parlance.contract.Learner;
import java.time.LocalDate;
import java.util.Comparator;

/// One learner's local day. Ordered, so that all who write several take them in the same order.
public record DayKey(String tenant, String learnerId, LocalDate date) implements Comparable<DayKey> {
    private static final int SPREAD = 0x9E3779B9;
    private static final Comparator<DayKey> ORDER = Comparator.comparing(DayKey::tenant)
            .thenComparing(DayKey::learnerId)
            .thenComparing(DayKey::date);

    /// Learners' ids are short and alike: the usual sum gives many of them one hash.
    @Override
    public int hashCode() {
        return (tenant.hashCode() * SPREAD + learnerId.hashCode()) * SPREAD + date.hashCode();
    }

    /// The learner's own key, under which all that changes the learner's days is locked.
    public String learner() {
        return new Learner(tenant, learnerId).key();
    }

    @Override
    public int compareTo(DayKey other) {
        return ORDER.compare(this, other);
    }
}
