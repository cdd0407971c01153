package dev.parlance.summary.operations.recompute;

import dev.parlance.kit.jdbc.KeyLocks;
import dev.parlance.summary.day.LearnerDays;
import dev.parlance.summary.day.RefreshDays;
import dev.parlance.summary.fact.DayFact;
import dev.parlance.summary.fact.DayKey;
import dev.parlance.summary.fact.TurnFacts;
import dev.parlance.summary.module.DirtyModules;
import dev.parlance.summary.module.ModuleLearnerDays;
import dev.parlance.summary.operations.recompute.RecomputeRequests.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/// Computes the days of a recompute request from their facts again, a batch of learners in each transaction.
@ApplicationScoped
class RecomputeDays {
    /// Few: consumers wait while their learners' locks are held.
    private static final int MAX_BATCH_LEARNERS = 100;

    private final RecomputeRequests requests;
    private final TurnFacts facts;
    private final KeyLocks locks;
    private final RefreshDays refreshDays;
    private final LearnerDays learnerDays;
    private final ModuleLearnerDays moduleDays;
    private final DirtyModules dirtyModules;

    RecomputeDays(
            RecomputeRequests requests,
            TurnFacts facts,
            KeyLocks locks,
            RefreshDays refreshDays,
            LearnerDays learnerDays,
            ModuleLearnerDays moduleDays,
            DirtyModules dirtyModules) {
        this.requests = requests;
        this.facts = facts;
        this.locks = locks;
        this.refreshDays = refreshDays;
        this.learnerDays = learnerDays;
        this.moduleDays = moduleDays;
        this.dirtyModules = dirtyModules;
    }

    /// Processes one batch of a request, unless it is done or another instance processes it.
    @Transactional
    void recompute(long requestId) {
        requests.lock(requestId).ifPresent(this::recomputeBatch);
    }

    private void recomputeBatch(Request request) {
        List<String> learners = learners(request);
        recompute(learners.stream()
                .map(learner -> new DayKey(request.tenant(), learner, request.date()))
                .toList());
        if (learners.size() == MAX_BATCH_LEARNERS) {
            requests.saveProgress(request, learners.getLast());
        } else {
            dirtyModules.markAll(request.tenant(), request.date());
            requests.delete(request);
        }
    }

    /// The next learners who have facts or a stored day: a day without facts must be deleted.
    private List<String> learners(Request request) {
        if (request.learnerId() != null) {
            return List.of(request.learnerId());
        }
        List<String> withFacts =
                facts.findLearnersOn(request.tenant(), request.date(), request.lastLearnerDone(), MAX_BATCH_LEARNERS);
        return learnerDays.findLearnersOn(
                request.tenant(), request.date(), request.lastLearnerDone(), withFacts, MAX_BATCH_LEARNERS);
    }

    private void recompute(List<DayKey> days) {
        locks.acquire(DayKey.LOCK_KIND, days.stream().map(DayKey::learnerKey).toList());
        Map<DayKey, List<DayFact>> factsByDay = refreshDays.refresh(days, Map.of());
        moduleDays.refresh(moduleDays.findSlots(days, factsByDay), factsByDay);
    }
}
