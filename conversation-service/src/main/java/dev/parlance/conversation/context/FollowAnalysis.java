package dev.parlance.conversation.context;

import dev.parlance.contract.AnalysisEvent.TurnAnalyzed;
import dev.parlance.conversation.live.TellListeners;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.Unread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/// Turns have been analysed: remember their words, tell those who listen, and set aside what could not be read, in one
/// transaction. What is no newer than what is known is told to nobody: the row is the mark that it was.
@ApplicationScoped
class FollowAnalysis {
    private final AnalyzedTurns analyzedTurns;
    private final TellListeners tellListeners;
    private final Quarantine quarantine;

    FollowAnalysis(AnalyzedTurns analyzedTurns, TellListeners tellListeners, Quarantine quarantine) {
        this.analyzedTurns = analyzedTurns;
        this.tellListeners = tellListeners;
        this.quarantine = quarantine;
    }

    /// @param turns each turn once, ordered by their key: two instances then never wait for each other in a circle
    @Transactional
    void follow(Collection<TurnAnalyzed> turns, List<Unread> unread) {
        tellListeners.analysed(analyzedTurns.put(turns));
        quarantine.setAside(unread);
    }
}
