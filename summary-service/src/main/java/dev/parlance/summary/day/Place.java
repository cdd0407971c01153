package dev.parlance.summary.day;

import java.util.Comparator;

/// Where a turn counts: its learner's day, and the module within it.
///
/// @param module `none` where the turn has none
public record Place(DayKey day, String module) implements Comparable<Place> {
    /// Stands for no module where a key needs one.
    public static final String NO_MODULE = "none";

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::day).thenComparing(Place::module);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
