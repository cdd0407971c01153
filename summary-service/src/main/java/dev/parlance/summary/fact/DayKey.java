package dev.parlance.summary.fact;

import dev.parlance.contract.id.Learner;
import java.time.LocalDate;
import java.util.Comparator;

/// One learner's local day. Ordered, so that all transactions lock the rows of several days in the same order.
public record DayKey(String tenant, String learnerId, LocalDate date) implements Comparable<DayKey> {
    /// The kind of the locks on learners.
    public static final String LOCK_KIND = "learner";

    private static final int HASH_MULTIPLIER = 0x9E3779B9;
    private static final Comparator<DayKey> ORDER = Comparator.comparing(DayKey::tenant)
            .thenComparing(DayKey::learnerId)
            .thenComparing(DayKey::date);

    /// Learners' ids are short and alike: the default hash of a record would collide for many of them.
    @Override
    public int hashCode() {
        return (tenant.hashCode() * HASH_MULTIPLIER + learnerId.hashCode()) * HASH_MULTIPLIER + date.hashCode();
    }

    /// The key of the lock that every transaction takes before it changes this learner's days.
    public String learnerKey() {
        return new Learner(tenant, learnerId).key();
    }

    @Override
    public int compareTo(DayKey other) {
        return ORDER.compare(this, other);
    }
}
