package dev.parlance.analysis.turn;

import dev.parlance.contract.ConversationEvent.TurnRecorded;
import dev.parlance.contract.TurnId;
import dev.parlance.kit.quarantine.Unread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns were recorded: find out what they hold, then remember and tell it. The language work is done before the
/// transaction opens, so that no lock is held over it.
@ApplicationScoped
class AnalyzeTurns {
    private final TextAnalysis analysis;
    private final AnalyzedTurns analyzedTurns;
    private final RememberAnalyses remember;
    private final Clock clock;

    AnalyzeTurns(TextAnalysis analysis, AnalyzedTurns analyzedTurns, RememberAnalyses remember, Clock clock) {
        this.analysis = analysis;
        this.analyzedTurns = analyzedTurns;
        this.remember = remember;
        this.clock = clock;
    }

    /// Applies a batch; turns that are known already change nothing.
    void apply(List<TurnRecorded> turns, List<Unread> unread) {
        List<AnalyzedTurn> analyzed = new ArrayList<>(turns.size());
        for (TurnRecorded turn : unknown(turns)) {
            Instant now = clock.instant();
            analyzed.add(new AnalyzedTurn(turn, analysis.analyze(turn), 0, now, now));
        }
        if (!analyzed.isEmpty() || !unread.isEmpty()) {
            remember.firstTime(analyzed, unread);
        }
    }

    private Collection<TurnRecorded> unknown(List<TurnRecorded> turns) {
        Map<String, Map<TurnId, TurnRecorded>> byTenant = new LinkedHashMap<>();
        turns.forEach(turn -> byTenant.computeIfAbsent(turn.tenant(), _ -> new LinkedHashMap<>())
                .putIfAbsent(turn.turnId(), turn));
        List<TurnRecorded> unknown = new ArrayList<>();
        byTenant.forEach((tenant, recorded) -> {
            Set<TurnId> known = new HashSet<>(analyzedTurns.known(tenant, recorded.keySet()));
            recorded.values().stream()
                    .filter(turn -> !known.contains(turn.turnId()))
                    .forEach(unknown::add);
        });
        return unknown;
    }
}
