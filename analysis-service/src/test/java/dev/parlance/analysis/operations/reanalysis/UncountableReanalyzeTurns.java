package dev.parlance.analysis.operations.reanalysis;

import dev.parlance.analysis.analyzer.TextAnalysis;
import dev.parlance.analysis.turn.RenewAnalyses;
import dev.parlance.analysis.turn.store.AnalyzedTurns;
import dev.parlance.analysis.turn.store.LearnerTurns;
import java.sql.SQLException;

/// Fails to count turns, as if it took too long.
final class UncountableReanalyzeTurns extends ReanalyzeTurns {
    UncountableReanalyzeTurns(
            AnalyzedTurns turns, LearnerTurns learnerTurns, TextAnalysis analysis, RenewAnalyses renew) {
        super(turns, learnerTurns, analysis, renew);
    }

    @Override
    public long countOutdated(String tenant, String learnerId, Period period) {
        throw new IllegalStateException(new SQLException("canceling statement due to user request", "57014"));
    }
}
