package dev.parlance.summary.module;

import dev.parlance.kit.jdbc.KeyLocks;
import dev.parlance.summary.Changes;
import dev.parlance.summary.EventPublisher;
import dev.parlance.summary.RevisionFloors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Sums dirty module days again, writes those whose figures differ and publishes them. Many marks on one module day
/// cost one sum.
@ApplicationScoped
class RefreshDirtyModules {
    /// Marks taken in one transaction.
    static final int MAX_BATCH_MARKS = 5_000;

    /// The kind of the lock that every transaction holds that publishes modules' days.
    static final String LOCK = "module days";

    private static final String FLOOR_KIND = "module";

    private final DirtyModules dirtyModules;
    private final ModuleDays moduleDays;
    private final KeyLocks locks;
    private final RevisionFloors floors;
    private final EventPublisher publisher;
    private final Clock clock;

    RefreshDirtyModules(
            DirtyModules dirtyModules,
            ModuleDays moduleDays,
            KeyLocks locks,
            RevisionFloors floors,
            EventPublisher publisher,
            Clock clock) {
        this.dirtyModules = dirtyModules;
        this.moduleDays = moduleDays;
        this.locks = locks;
        this.floors = floors;
        this.publisher = publisher;
        this.clock = clock;
    }

    /// One transaction at a time: a second one waits until the first has ended, then takes the marks that are left.
    ///
    /// @return how many marks there were; with [#MAX_BATCH_MARKS], there may be more
    @Transactional
    int refresh() {
        locks.acquire(LOCK, List.of("all"));
        List<ModuleKey> marked = dirtyModules.take(MAX_BATCH_MARKS);
        if (!marked.isEmpty()) {
            refresh(marked.stream().distinct().sorted().toList());
        }
        return marked.size();
    }

    private void refresh(List<ModuleKey> keys) {
        Instant now = clock.instant();
        long floor = floors.find(FLOOR_KIND);
        Map<ModuleKey, ModuleFigures> sums = moduleDays.sumLearnerDays(keys);
        Map<ModuleKey, ModuleDay> stored = moduleDays.findAll(keys);
        Changes<ModuleDay> changes =
                Changes.of(keys, stored::get, key -> ModuleDay.change(key, stored.get(key), sums.get(key), floor, now));
        moduleDays.upsert(changes.upserted());
        moduleDays.delete(changes.deleted());
        floors.raise(FLOOR_KIND, changes.deleted());
        publisher.publish(
                changes.upserted().stream().map(ModuleDay::usage).toList(),
                changes.deleted().stream().map(ModuleDay::usage).toList());
    }
}
