package dev.parlance.summary.fact;

import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/// Lets the tests of every feature deliver turns, one batch at a time.
@ApplicationScoped
public class Projection {
    private final ProjectDays projectDays;
    private final RecomputeDays recomputeDays;

    Projection(ProjectDays projectDays, RecomputeDays recomputeDays) {
        this.projectDays = projectDays;
        this.recomputeDays = recomputeDays;
    }

    public void deliver(TurnAnalyzed... turns) {
        projectDays.apply(List.of(turns), List.of());
    }

    public void deliver(Collection<TurnAnalyzed> turns) {
        projectDays.apply(turns, List.of());
    }

    public void workOffRequests() {
        while (recomputeDays.next()) {
            // the next one
        }
    }
}
