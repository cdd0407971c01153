package dev.parlance.summary.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an upsert of facts has changed.
///
/// @param facts those whose revision was higher than the stored one; the others changed nothing
public record UpsertResult(List<UpsertedFact> facts) {
    public int upsertedCount() {
        return facts.size();
    }

    /// The slots in which the changed turns count now and in which they counted before; sorted, each once.
    public List<DaySlot> changedSlots() {
        return facts.stream()
                .flatMap(fact -> Stream.of(fact.slot(), fact.previousSlot()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /// The new facts of days that have changed only by new turns. Days in which a known turn has changed are left out.
    ///
    /// @param upserted all facts that were passed to the upsert
    public Map<DayKey, List<DayFact>> addedFacts(Collection<TurnFact> upserted) {
        Map<TurnKey, TurnFact> byKey = upserted.stream().collect(Collectors.toMap(TurnFact::key, Function.identity()));
        Set<DayKey> changed = new HashSet<>();
        Map<DayKey, List<DayFact>> added = new HashMap<>();
        for (UpsertedFact fact : facts) {
            if (fact.previousSlot() == null) {
                added.computeIfAbsent(fact.slot().day(), _ -> new ArrayList<>())
                        .add(byKey.get(fact.key()).toDayFact());
            } else {
                changed.add(fact.slot().day());
                changed.add(fact.previousSlot().day());
            }
        }
        added.keySet().removeAll(changed);
        return added;
    }
}
