package dev.parlance.fault.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Collects what does not hold: of each kind one example, and how many there are.
final class InvariantViolations {
    private final Map<String, String> examples = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String invariant, String kind, Object example) {
        String name = invariant + ": " + kind;
        examples.putIfAbsent(name, String.valueOf(example));
        counts.merge(name, 1, Integer::sum);
    }

    /// Everything that is in the first and not in the second.
    <T> void addMissing(String invariant, String kind, Collection<T> all, Collection<T> but) {
        for (T one : all) {
            if (!but.contains(one)) {
                add(invariant, kind, one);
            }
        }
    }

    <K, V> void addDifferences(String invariant, String what, Map<K, V> expected, Map<K, V> found) {
        expected.forEach((key, value) -> {
            if (!Objects.equals(value, found.get(key))) {
                add(invariant, what, "%s should be %s and is %s".formatted(key, value, found.get(key)));
            }
        });
        addMissing(invariant, what + " that should not be there", found.keySet(), expected.keySet());
    }

    List<InvariantViolation> toList() {
        List<InvariantViolation> broken = new ArrayList<>();
        examples.forEach((name, example) -> {
            int colon = name.indexOf(": ");
            broken.add(new InvariantViolation(
                    name.substring(0, colon),
                    "%s (%d, e.g. %s)".formatted(name.substring(colon + 2), counts.get(name), example)));
        });
        return broken;
    }
}
