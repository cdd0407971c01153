package dev.parlance.summary.projection;

import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.kit.consumer.DuplicateMetrics;
import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.jdbc.KeyLocks;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.QuarantineEntry;
import dev.parlance.summary.day.RefreshDays;
import dev.parlance.summary.fact.DayFact;
import dev.parlance.summary.fact.DayKey;
import dev.parlance.summary.fact.DaySlot;
import dev.parlance.summary.fact.TurnFact;
import dev.parlance.summary.fact.TurnFacts;
import dev.parlance.summary.fact.UpsertResult;
import dev.parlance.summary.module.ModuleLearnerDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// Stores the facts of a batch of analysed turns, refreshes the days that they change, publishes those whose figures
/// differ, and quarantines unreadable records, all in one transaction. Duplicates, late turns and corrections take the
/// same path.
@ApplicationScoped
class ProjectDays {
    private static final Logger LOG = Logger.getLogger(ProjectDays.class);

    private final TurnFacts facts;
    private final KeyLocks locks;
    private final RefreshDays refreshDays;
    private final ModuleLearnerDays moduleDays;
    private final Quarantine quarantine;
    private final DuplicateMetrics duplicates;
    private final Failpoints failpoints;

    ProjectDays(
            TurnFacts facts,
            KeyLocks locks,
            RefreshDays refreshDays,
            ModuleLearnerDays moduleDays,
            Quarantine quarantine,
            DuplicateMetrics duplicates,
            Failpoints failpoints) {
        this.facts = facts;
        this.locks = locks;
        this.refreshDays = refreshDays;
        this.moduleDays = moduleDays;
        this.quarantine = quarantine;
        this.duplicates = duplicates;
        this.failpoints = failpoints;
    }

    @Transactional
    void project(Collection<TurnAnalyzed> turns, List<QuarantineEntry> unreadable) {
        List<TurnFact> latest = TurnFact.latestRevisions(turns);
        if (!latest.isEmpty()) {
            locks.acquire(DayKey.LOCK_KIND, facts.affectedLearnerKeys(latest));
            UpsertResult result = facts.upsert(latest);
            duplicates.count("fact", latest.size() - result.upsertedCount());
            List<DaySlot> changed = result.changedSlots();
            failpoints.pass(Failpoint.MID_BATCH);
            List<DayKey> days = changed.stream().map(DaySlot::day).distinct().toList();
            Map<DayKey, List<DayFact>> factsByDay = refreshDays.refresh(days, result.addedFacts(latest));
            moduleDays.refresh(changed, factsByDay);
            LOG.infof("event=days-projected turns=%d days=%d", turns.size(), days.size());
        }
        quarantine.add(unreadable);
    }
}
