package dev.parlance.summary.fact;

import java.util.Comparator;

/// Where a turn counts: its learner's day and the module.
///
/// @param module `none` if the turn has none
public record DaySlot(DayKey day, String module) implements Comparable<DaySlot> {
    private static final Comparator<DaySlot> ORDER =
            Comparator.comparing(DaySlot::day).thenComparing(DaySlot::module);

    @Override
    public int compareTo(DaySlot other) {
        return ORDER.compare(this, other);
    }
}
