package dev.parlance.analysis.turn.store;

import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import java.util.StringJoiner;

/// A turn and its event: derived once, then stored and published.
public record PublishedTurn(AnalyzedTurn turn, TurnAnalyzed event) {
    public static PublishedTurn of(AnalyzedTurn turn) {
        return new PublishedTurn(turn, turn.toEvent());
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
