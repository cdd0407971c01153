package dev.parlance.analysis.turn;

import java.sql.SQLException;

/// As if there were more turns than anybody can count in time.
final class UncountableTurns extends ReanalyzeTurns {
    UncountableTurns(AnalyzedTurns turns, LearnerTurns learnerTurns, TextAnalysis analysis, ReplaceAnalyses replace) {
        super(turns, learnerTurns, analysis, replace);
    }

    @Override
    public long countDue(String tenant, String learnerId, Period period) {
        throw new IllegalStateException(new SQLException("canceling statement due to user request", "57014"));
    }
}
