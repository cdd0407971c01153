package dev.parlance.summary.module;

import dev.parlance.summary.Announcements;
import dev.parlance.summary.Locks;
import dev.parlance.summary.RevisionFloors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Learners' days in modules have changed: sum the marked module days again and announce those whose figures differ
/// from before. Many marks on one module day cost one sum.
@ApplicationScoped
class RefreshModules {
    /// Marks taken in one transaction.
    static final int AT_ONCE = 5_000;

    private static final String FLOOR = "module";

    private final ModuleDays moduleDays;
    private final Locks locks;
    private final RevisionFloors floors;
    private final Announcements announcements;
    private final Clock clock;

    RefreshModules(
            ModuleDays moduleDays, Locks locks, RevisionFloors floors, Announcements announcements, Clock clock) {
        this.moduleDays = moduleDays;
        this.locks = locks;
        this.floors = floors;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// Writes alone: a second writer waits for the first one's end, then finds what is left.
    ///
    /// @return how many marks there were; with [#AT_ONCE], there may be more
    @Transactional
    int refresh() {
        locks.take(List.of("module days"));
        List<ModuleKey> marked = moduleDays.takeMarks(AT_ONCE);
        if (!marked.isEmpty()) {
            refresh(marked.stream().distinct().sorted().toList());
        }
        return marked.size();
    }

    private void refresh(List<ModuleKey> keys) {
        Instant now = clock.instant();
        long floor = floors.of(FLOOR);
        Map<ModuleKey, ModuleFigures> sums = moduleDays.sums(keys);
        Map<ModuleKey, ModuleDay> stored = moduleDays.of(keys);
        List<ModuleDay> written = new ArrayList<>();
        List<ModuleDay> gone = new ArrayList<>();
        for (ModuleKey key : keys) {
            switch (ModuleDay.change(key, stored.get(key), sums.get(key), floor, now)) {
                case ModuleDay.Change.Written(ModuleDay day) -> written.add(day);
                case ModuleDay.Change.Gone(ModuleDay last) -> gone.add(last);
                case ModuleDay.Change.None() -> {}
            }
        }
        moduleDays.put(written);
        moduleDays.delete(gone);
        gone.stream().mapToLong(ModuleDay::revision).max().ifPresent(highest -> floors.raise(FLOOR, highest));
        announcements.announce(
                written.stream().map(ModuleDay::usage).toList(),
                gone.stream().map(ModuleDay::usage).toList());
    }
}
