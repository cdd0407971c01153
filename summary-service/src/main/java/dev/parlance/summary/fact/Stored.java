package dev.parlance.summary.fact;

import dev.parlance.summary.day.DayFact;
import dev.parlance.summary.day.DayKey;
import dev.parlance.summary.day.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What came of storing facts.
///
/// @param facts those that were newer than what was known of their turns; the others changed nothing
record Stored(List<StoredFact> facts) {
    private record Turn(String tenant, UUID id) {}

    int newer() {
        return facts.size();
    }

    /// Where facts have changed: where a turn counts now and where it counted before; sorted, each once.
    List<Place> touched() {
        return facts.stream()
                .flatMap(fact -> Stream.of(fact.place(), fact.before()))
                .filter(place -> place != null)
                .distinct()
                .sorted()
                .toList();
    }

    /// What is new in days that have changed by new turns alone. Days in which a turn has changed are not among them.
    ///
    /// @param stored all that were to be stored
    Map<DayKey, List<DayFact>> added(Collection<TurnFact> stored) {
        Map<Turn, TurnFact> byTurn =
                stored.stream().collect(Collectors.toMap(fact -> new Turn(fact.tenant(), fact.turnId()), fact -> fact));
        Set<DayKey> changed = new HashSet<>();
        Map<DayKey, List<DayFact>> added = new HashMap<>();
        for (StoredFact fact : facts) {
            if (fact.before() == null) {
                added.computeIfAbsent(fact.place().day(), _ -> new ArrayList<>())
                        .add(byTurn.get(new Turn(fact.tenant(), fact.turnId())).ofDay());
            } else {
                changed.add(fact.place().day());
                changed.add(fact.before().day());
            }
        }
        added.keySet().removeAll(changed);
        return added;
    }
}
