package dev.parlance.summary.projection;

import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.summary.day.AnotherInstance;
import dev.parlance.summary.fact.DaySlot;
import dev.parlance.summary.fact.TurnFact;
import dev.parlance.summary.fact.TurnFacts;
import dev.parlance.summary.fact.UpsertResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/// Delivers analysed turns in tests, one batch at a time.
@ApplicationScoped
public class TurnDelivery {
    private final ProjectDays projectDays;
    private final TurnFacts turnFacts;
    private final AnotherInstance otherInstance;

    TurnDelivery(ProjectDays projectDays, TurnFacts turnFacts, AnotherInstance otherInstance) {
        this.projectDays = projectDays;
        this.turnFacts = turnFacts;
        this.otherInstance = otherInstance;
    }

    public void deliver(TurnAnalyzed... turns) {
        projectDays.project(List.of(turns), List.of());
    }

    public void deliver(Collection<TurnAnalyzed> turns) {
        projectDays.project(turns, List.of());
    }

    /// Delivers this turn to another instance, whose cache is its own.
    public void deliverToOtherInstance(TurnAnalyzed turn) {
        List<TurnFact> facts = TurnFact.latestRevisions(List.of(turn));
        otherInstance.inTransaction(days -> {
            UpsertResult result = turnFacts.upsert(facts);
            days.refresh(
                    result.changedSlots().stream().map(DaySlot::day).distinct().toList(), result.addedFacts(facts));
        });
    }
}
