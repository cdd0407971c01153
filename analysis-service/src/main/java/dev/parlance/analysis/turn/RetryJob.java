package dev.parlance.analysis.turn;

import dev.parlance.contract.TurnId;
import jakarta.enterprise.context.ApplicationScoped;

/// A person thinks that a failed job will succeed now: do the turn's failed jobs again, keep what the others found.
@ApplicationScoped
public class RetryJob {
    private final AnalyzedTurns turns;
    private final TextAnalysis analysis;
    private final RememberAnalyses remember;

    RetryJob(AnalyzedTurns turns, TextAnalysis analysis, RememberAnalyses remember) {
        this.turns = turns;
        this.analysis = analysis;
        this.remember = remember;
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
            remember.again(new AnalyzedTurn(
                    stored.turn(),
                    stored.recorded(),
                    stored.transcript(),
                    analysis.again(stored.turn(), stored.analysis()),
                    stored.revision(),
                    stored.createdAt(),
                    stored.completedAt(),
                    null));
        }
        return job.isPresent();
    }
}
