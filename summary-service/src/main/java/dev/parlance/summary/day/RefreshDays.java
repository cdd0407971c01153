package dev.parlance.summary.day;

import dev.parlance.summary.Announcements;
import dev.parlance.summary.RevisionFloors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Facts may have changed: bring their days into line with them and announce those whose figures differ from before.
@ApplicationScoped
public class RefreshDays {
    private static final String FLOOR = "day";

    private final LearnerDays learnerDays;
    private final DayFacts dayFacts;
    private final RecentFacts recentFacts;
    private final RevisionFloors floors;
    private final Announcements announcements;
    private final Clock clock;

    RefreshDays(
            LearnerDays learnerDays,
            DayFacts dayFacts,
            RecentFacts recentFacts,
            RevisionFloors floors,
            Announcements announcements,
            Clock clock) {
        this.learnerDays = learnerDays;
        this.dayFacts = dayFacts;
        this.recentFacts = recentFacts;
        this.floors = floors;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// The caller's transaction holds the locks of these days' learners: otherwise an older sum could be written
    /// last.
    ///
    /// @param keys  each once, in order
    /// @param added what is new in days that have changed by new turns alone since they were refreshed last;
    ///     of days that are not among them anything may have changed
    /// @return all facts of those of these days that have any
    @Transactional(TxType.MANDATORY)
    public Map<DayKey, List<DayFact>> refresh(List<DayKey> keys, Map<DayKey, List<DayFact>> added) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        long floor = floors.of(FLOOR);
        Map<DayKey, StoredDay> stored = learnerDays.of(keys);
        Map<DayKey, List<DayFact>> facts = facts(keys, added, stored);
        List<Day> written = new ArrayList<>();
        List<Day> same = new ArrayList<>();
        List<Day> gone = new ArrayList<>();
        for (DayKey key : keys) {
            Day before = stored.containsKey(key) ? stored.get(key).day() : null;
            DayFigures figures = facts.containsKey(key) ? DayFigures.of(facts.get(key)) : null;
            switch (Day.change(key, before, figures, floor, now)) {
                case Day.Change.Written(Day day) -> written.add(day);
                case Day.Change.Gone(Day last) -> gone.add(last);
                case Day.Change.None() when before != null -> same.add(before);
                case Day.Change.None() -> {}
            }
        }
        learnerDays.put(written);
        learnerDays.touch(same);
        learnerDays.delete(gone);
        recentFacts.remember(Stream.concat(written.stream(), same.stream()).toList(), facts);
        gone.stream().mapToLong(Day::revision).max().ifPresent(highest -> floors.raise(FLOOR, highest));
        announcements.announce(
                written.stream().map(Day::summary).toList(),
                gone.stream().map(Day::summary).toList());
        return facts;
    }

    private Map<DayKey, List<DayFact>> facts(
            List<DayKey> keys, Map<DayKey, List<DayFact>> added, Map<DayKey, StoredDay> stored) {
        Map<DayKey, List<DayFact>> facts = HashMap.newHashMap(keys.size());
        List<DayKey> unknown = new ArrayList<>();
        for (DayKey key : keys) {
            List<DayFact> more = added.get(key);
            StoredDay day = stored.get(key);
            if (more == null || day == null) {
                unknown.add(key);
            } else {
                recentFacts
                        .of(day)
                        .ifPresentOrElse(known -> facts.put(key, joined(known, more)), () -> unknown.add(key));
            }
        }
        facts.putAll(dayFacts.of(unknown));
        return facts;
    }

    private static List<DayFact> joined(List<DayFact> known, List<DayFact> more) {
        List<DayFact> all = new ArrayList<>(known.size() + more.size());
        all.addAll(known);
        all.addAll(more);
        return all;
    }
}
