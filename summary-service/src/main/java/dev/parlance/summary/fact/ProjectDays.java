package dev.parlance.summary.fact;

import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.kit.failpoint.Failpoint;
import dev.parlance.kit.failpoint.Failpoints;
import dev.parlance.kit.intake.Duplicates;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.Unread;
import dev.parlance.summary.Locks;
import dev.parlance.summary.day.DayFact;
import dev.parlance.summary.day.DayKey;
import dev.parlance.summary.day.Place;
import dev.parlance.summary.day.RefreshDays;
import dev.parlance.summary.module.ModuleLearnerDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// Turns have been analysed: keep what they add, compute anew the days that this touches, announce those that
/// changed, and set aside what could not be read, in one transaction. Duplicates, late turns, corrections: all take
/// this one path.
@ApplicationScoped
class ProjectDays {
    private static final Logger LOG = Logger.getLogger(ProjectDays.class);

    private final TurnFacts facts;
    private final Locks locks;
    private final RefreshDays refreshDays;
    private final ModuleLearnerDays moduleDays;
    private final Quarantine quarantine;
    private final Duplicates duplicates;
    private final Failpoints failpoints;

    ProjectDays(
            TurnFacts facts,
            Locks locks,
            RefreshDays refreshDays,
            ModuleLearnerDays moduleDays,
            Quarantine quarantine,
            Duplicates duplicates,
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
    void apply(Collection<TurnAnalyzed> turns, List<Unread> unread) {
        List<TurnFact> newest = TurnFact.newestOf(turns);
        if (!newest.isEmpty()) {
            locks.take(facts.learners(newest));
            Stored stored = facts.put(newest);
            duplicates.count("fact", newest.size() - stored.newer());
            List<Place> touched = stored.touched();
            failpoints.pass(Failpoint.MID_BATCH);
            List<DayKey> days = touched.stream().map(Place::day).distinct().toList();
            Map<DayKey, List<DayFact>> their = refreshDays.refresh(days, stored.added(newest));
            moduleDays.refresh(touched, their);
            LOG.infof("event=days-projected turns=%d days=%d", turns.size(), days.size());
        }
        quarantine.setAside(unread);
    }
}
