package dev.parlance.analysis.operations.job;

import dev.parlance.analysis.analyzer.TextAnalysis;
import dev.parlance.analysis.turn.RenewAnalyses;
import dev.parlance.analysis.turn.store.AnalyzedTurn;
import dev.parlance.analysis.turn.store.AnalyzedTurns;
import dev.parlance.contract.id.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/// Retries a failed job: the whole turn is analysed again by the current versions, and its stored analysis is
/// replaced. Its other jobs may find something else than before if they were of an earlier version or of the
/// fallback rules.
@ApplicationScoped
public class RetryJob {
    private final AnalyzedTurns turns;
    private final TextAnalysis analysis;
    private final RenewAnalyses renewAnalyses;

    RetryJob(AnalyzedTurns turns, TextAnalysis analysis, RenewAnalyses renewAnalyses) {
        this.turns = turns;
        this.analysis = analysis;
        this.renewAnalyses = renewAnalyses;
    }

    /// A job that has not failed is not done again.
    ///
    /// @return whether the turn has such a job
    public boolean retry(String tenant, TurnId turn, String type) {
        AnalyzedTurn stored = turns.find(tenant, turn).orElse(null);
        if (stored == null) {
            return false;
        }
        var job = stored.analysis().jobs().stream()
                .filter(one -> one.type().equals(type))
                .findFirst();
        if (job.isPresent() && job.get().isFailed()) {
            var _ = renewAnalyses.renew(
                    stored.turn().learner(),
                    Set.of(turn),
                    current -> Optional.of(analysis.reanalyze(current.turn(), current.analysis())));
        }
        return job.isPresent();
    }
}
