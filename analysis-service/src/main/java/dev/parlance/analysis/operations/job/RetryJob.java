package dev.parlance.analysis.operations.job;

import dev.parlance.analysis.analyzer.Analysis;
import dev.parlance.analysis.analyzer.TextAnalysis;
import dev.parlance.analysis.turn.ReplaceAnalyses;
import dev.parlance.analysis.turn.ReplaceAnalyses.Replacement;
import dev.parlance.analysis.turn.store.AnalyzedTurn;
import dev.parlance.analysis.turn.store.AnalyzedTurns;
import dev.parlance.contract.id.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// Retries a failed job: the whole turn is analysed again by the current versions, and its stored analysis is
/// replaced. Its other jobs may find something else than before if they were of an earlier version or of the
/// fallback rules.
@ApplicationScoped
public class RetryJob {
    private final AnalyzedTurns turns;
    private final TextAnalysis analysis;
    private final ReplaceAnalyses replaceAnalyses;

    RetryJob(AnalyzedTurns turns, TextAnalysis analysis, ReplaceAnalyses replaceAnalyses) {
        this.turns = turns;
        this.analysis = analysis;
        this.replaceAnalyses = replaceAnalyses;
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
            Analysis now = analysis.reanalyze(stored.turn(), stored.analysis());
            replaceAnalyses.replace(stored.turn().learner(), Map.of(turn, Replacement.reanalyzed(stored, now)));
        }
        return job.isPresent();
    }
}
