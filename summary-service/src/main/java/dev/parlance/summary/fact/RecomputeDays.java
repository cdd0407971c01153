package dev.parlance.summary.fact;

import dev.parlance.summary.Locks;
import dev.parlance.summary.day.DayFact;
import dev.parlance.summary.day.DayKey;
import dev.parlance.summary.day.RecomputeRequests;
import dev.parlance.summary.day.RecomputeRequests.Request;
import dev.parlance.summary.day.RefreshDays;
import dev.parlance.summary.module.ModuleLearnerDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody wants days computed from their facts again: does so for some learners at a time, as when new facts
/// arrive.
@ApplicationScoped
class RecomputeDays {
    private static final int AT_ONCE = 500;

    private final RecomputeRequests requests;
    private final TurnFacts facts;
    private final Locks locks;
    private final RefreshDays refreshDays;
    private final ModuleLearnerDays moduleDays;

    RecomputeDays(
            RecomputeRequests requests,
            TurnFacts facts,
            Locks locks,
            RefreshDays refreshDays,
            ModuleLearnerDays moduleDays) {
        this.requests = requests;
        this.facts = facts;
        this.locks = locks;
        this.refreshDays = refreshDays;
        this.moduleDays = moduleDays;
    }

    /// Works on the oldest request.
    ///
    /// @return whether there was one
    @Transactional
    boolean next() {
        Optional<Request> oldest = requests.oldest();
        oldest.ifPresent(request -> {
            List<String> learners = request.learnerId() == null
                    ? facts.learnersOn(request.tenant(), request.date(), request.doneUntil(), AT_ONCE)
                    : List.of(request.learnerId());
            recompute(learners.stream()
                    .map(learner -> new DayKey(request.tenant(), learner, request.date()))
                    .toList());
            if (learners.size() == AT_ONCE) {
                requests.doneUntil(request, learners.getLast());
            } else {
                moduleDays.markAll(request.tenant(), request.date());
                requests.done(request);
            }
        });
        return oldest.isPresent();
    }

    private void recompute(List<DayKey> days) {
        locks.take(days.stream().map(DayKey::learner).toList());
        Map<DayKey, List<DayFact>> their = refreshDays.refresh(days, Map.of());
        moduleDays.refresh(moduleDays.places(days, their), their);
    }
}
