package dev.parlance.analysis.turn;

import dev.parlance.contract.AnalysisEvent.Highlight;
import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import java.util.StringJoiner;

/// A turn and what is told of it: derived once, then stored and sent.
record ToldTurn(AnalyzedTurn turn, TurnAnalyzed event) {
    static ToldTurn of(AnalyzedTurn turn) {
        return new ToldTurn(turn, turn.event());
    }

    /// As PostgreSQL writes an array; null if there are none.
    String highlightIds() {
        if (event.highlights().isEmpty()) {
            return null;
        }
        var ids = new StringJoiner(",", "{", "}");
        for (Highlight highlight : event.highlights()) {
            ids.add(highlight.id().toString());
        }
        return ids.toString();
    }

    /// Of the same highlights, in the same order; null if there are none.
    String highlightTypes() {
        if (event.highlights().isEmpty()) {
            return null;
        }
        var types = new StringJoiner(",", "{", "}");
        for (Highlight highlight : event.highlights()) {
            types.add(highlight.type());
        }
        return types.toString();
    }
}
