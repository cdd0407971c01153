package dev.parlance.analysis.turn;

import dev.parlance.analysis.turn.ReplaceAnalyses.Replacement;
import dev.parlance.contract.TurnId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// A person thinks that a failed job will succeed now: the turn is analysed again, by the versions of now, and what is
/// found takes the place of what was. Its other jobs may find something else than they did: they may be of an earlier
/// version, or of a stand-in.
@ApplicationScoped
public class RetryJob {
    private final AnalyzedTurns turns;
    private final TextAnalysis analysis;
    private final ReplaceAnalyses replace;

    RetryJob(AnalyzedTurns turns, TextAnalysis analysis, ReplaceAnalyses replace) {
        this.turns = turns;
        this.analysis = analysis;
        this.replace = replace;
    }

    /// A job that has not failed is left alone.
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
            Analysis now = analysis.again(stored.turn(), stored.analysis());
            replace.replace(stored.turn().learner(), Map.of(turn, Replacement.reread(stored, now)));
        }
        return job.isPresent();
    }
}
