package dev.parlance.summary.fact;

import java.util.Comparator;
import java.util.UUID;

/// The primary key of a fact. Ordered, so that all transactions lock the rows of several facts in the same order.
record TurnKey(String tenant, UUID turnId) implements Comparable<TurnKey> {
    private static final Comparator<TurnKey> ORDER =
            Comparator.comparing(TurnKey::tenant).thenComparing(TurnKey::turnId);

    @Override
    public int compareTo(TurnKey other) {
        return ORDER.compare(this, other);
    }
}
