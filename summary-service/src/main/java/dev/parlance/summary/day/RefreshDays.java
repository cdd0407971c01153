package dev.parlance.summary.day;

import dev.parlance.summary.Announcements;
import dev.parlance.summary.RevisionFloors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Facts may have changed: bring their days into line with them and announce those whose figures differ from before.
@ApplicationScoped
public class RefreshDays {
    private static final String FLOOR = "day";

    private final LearnerDays learnerDays;
    private final RevisionFloors floors;
    private final Announcements announcements;
    private final Clock clock;

    RefreshDays(LearnerDays learnerDays, RevisionFloors floors, Announcements announcements, Clock clock) {
        this.learnerDays = learnerDays;
        this.floors = floors;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// The caller's transaction holds the locks of these days' learners: otherwise an older sum could be written
    /// last.
    ///
    /// @param keys  each once, in order
    /// @param facts all that these days have, read under those locks
    @Transactional(TxType.MANDATORY)
    public void refresh(List<DayKey> keys, Map<DayKey, List<DayFact>> facts) {
        if (keys.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        long floor = floors.of(FLOOR);
        Map<DayKey, Day> stored = learnerDays.of(keys);
        List<Day> written = new ArrayList<>();
        List<Day> gone = new ArrayList<>();
        for (DayKey key : keys) {
            DayFigures figures = facts.containsKey(key) ? DayFigures.of(facts.get(key)) : null;
            switch (Day.change(key, stored.get(key), figures, floor, now)) {
                case Day.Change.Written(Day day) -> written.add(day);
                case Day.Change.Gone(Day last) -> gone.add(last);
                case Day.Change.None() -> {}
            }
        }
        learnerDays.put(written);
        learnerDays.delete(gone);
        gone.stream().mapToLong(Day::revision).max().ifPresent(highest -> floors.raise(FLOOR, highest));
        announcements.announce(
                written.stream().map(Day::summary).toList(),
                gone.stream().map(Day::summary).toList());
    }
}
