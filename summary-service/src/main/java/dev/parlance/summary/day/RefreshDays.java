package dev.parlance.summary.day;

import dev.parlance.summary.Changes;
import dev.parlance.summary.EventPublisher;
import dev.parlance.summary.RevisionFloors;
import dev.parlance.summary.fact.DayFact;
import dev.parlance.summary.fact.DayFacts;
import dev.parlance.summary.fact.DayKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Computes days from their facts again, writes those whose figures differ and publishes them.
@ApplicationScoped
public class RefreshDays {
    private static final String FLOOR_KIND = "day";

    private final LearnerDays learnerDays;
    private final DayFacts dayFacts;
    private final DayFactCache factCache;
    private final RevisionFloors floors;
    private final EventPublisher publisher;
    private final Clock clock;

    RefreshDays(
            LearnerDays learnerDays,
            DayFacts dayFacts,
            DayFactCache factCache,
            RevisionFloors floors,
            EventPublisher publisher,
            Clock clock) {
        this.learnerDays = learnerDays;
        this.dayFacts = dayFacts;
        this.factCache = factCache;
        this.floors = floors;
        this.publisher = publisher;
        this.clock = clock;
    }

    /// The caller's transaction holds the locks of these days' learners: otherwise an older sum could be written
    /// last.
    ///
    /// @param keys  each once, in order
    /// @param added new facts of the days that have changed only by new turns since their last refresh; the facts
    ///     of all other days are read again
    /// @return all facts of those of these days that have any
    @Transactional(TxType.MANDATORY)
    public Map<DayKey, List<DayFact>> refresh(List<DayKey> keys, Map<DayKey, List<DayFact>> added) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<DayKey, StoredDay> stored = learnerDays.findAll(keys);
        Map<DayKey, List<DayFact>> facts = facts(keys, added, stored);
        Changes<Day> changes = changes(keys, stored, facts);
        learnerDays.upsert(changes.upserted());
        learnerDays.touch(changes.unchanged());
        learnerDays.delete(changes.deleted());
        factCache.putAfterCommit(
                Stream.concat(changes.upserted().stream(), changes.unchanged().stream())
                        .toList(),
                facts);
        floors.raise(FLOOR_KIND, changes.deleted());
        publisher.publish(
                changes.upserted().stream().map(Day::summary).toList(),
                changes.deleted().stream().map(Day::summary).toList());
        return facts;
    }

    private Changes<Day> changes(List<DayKey> keys, Map<DayKey, StoredDay> stored, Map<DayKey, List<DayFact>> facts) {
        Instant now = clock.instant();
        long floor = floors.find(FLOOR_KIND);
        Function<DayKey, Day> before =
                key -> stored.containsKey(key) ? stored.get(key).day() : null;
        return Changes.of(keys, before, key -> {
            DayFigures figures = facts.containsKey(key) ? DayFigures.of(facts.get(key)) : null;
            return Day.change(key, before.apply(key), figures, floor, now);
        });
    }

    private Map<DayKey, List<DayFact>> facts(
            List<DayKey> keys, Map<DayKey, List<DayFact>> added, Map<DayKey, StoredDay> stored) {
        Map<DayKey, List<DayFact>> facts = HashMap.newHashMap(keys.size());
        List<DayKey> toRead = new ArrayList<>();
        for (DayKey key : keys) {
            List<DayFact> addedFacts = added.get(key);
            StoredDay day = stored.get(key);
            if (addedFacts == null || day == null) {
                toRead.add(key);
            } else {
                factCache
                        .find(day)
                        .ifPresentOrElse(cached -> facts.put(key, concat(cached, addedFacts)), () -> toRead.add(key));
            }
        }
        facts.putAll(dayFacts.findAll(toRead));
        return facts;
    }

    private static List<DayFact> concat(List<DayFact> cached, List<DayFact> added) {
        List<DayFact> all = new ArrayList<>(cached.size() + added.size());
        all.addAll(cached);
        all.addAll(added);
        return all;
    }
}
