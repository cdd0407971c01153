package dev.parlance.journey.fault.check;

import java.util.List;

/// What a check found.
///
/// @param accepted   turns answered 2xx
/// @param lost       accepted turns that are missing in a table, on their topic or in a day
/// @param doubled    turns that days have beyond those that were said
/// @param duplicates records on topics that were there before, under the same id
public record Verdict(List<Broken> broken, int accepted, int lost, int doubled, int duplicates) {
    public Verdict {
        broken = List.copyOf(broken);
    }
}
