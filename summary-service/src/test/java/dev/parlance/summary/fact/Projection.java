package dev.parlance.summary.fact;

import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.summary.day.AnotherInstance;
import dev.parlance.summary.day.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/// Lets the tests of every feature deliver turns, one batch at a time.
@ApplicationScoped
public class Projection {
    private final ProjectDays projectDays;
    private final RecomputeDays recomputeDays;
    private final TurnFacts turnFacts;
    private final AnotherInstance elsewhere;

    Projection(ProjectDays projectDays, RecomputeDays recomputeDays, TurnFacts turnFacts, AnotherInstance elsewhere) {
        this.projectDays = projectDays;
        this.recomputeDays = recomputeDays;
        this.turnFacts = turnFacts;
        this.elsewhere = elsewhere;
    }

    public void deliver(TurnAnalyzed... turns) {
        projectDays.apply(List.of(turns), List.of());
    }

    public void deliver(Collection<TurnAnalyzed> turns) {
        projectDays.apply(turns, List.of());
    }

    /// Another instance gets this turn.
    public void deliverElsewhere(TurnAnalyzed turn) {
        List<TurnFact> facts = TurnFact.newestOf(List.of(turn));
        elsewhere.perform(days -> {
            Stored stored = turnFacts.put(facts);
            days.refresh(stored.touched().stream().map(Place::day).distinct().toList(), stored.added(facts));
        });
    }

    public void workOffRequests() {
        while (recomputeDays.next()) {
            // the next one
        }
    }
}
