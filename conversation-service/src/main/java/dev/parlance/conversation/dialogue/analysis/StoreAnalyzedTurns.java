package dev.parlance.conversation.dialogue.analysis;

import dev.parlance.contract.event.AnalysisEvent.TurnAnalyzed;
import dev.parlance.conversation.stream.event.PublishLiveEvents;
import dev.parlance.kit.quarantine.Quarantine;
import dev.parlance.kit.quarantine.QuarantineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/// Stores analyses, publishes their live events and quarantines unreadable records, in one transaction. An analysis
/// that is not newer than the stored one publishes nothing, because its events have been published before.
@ApplicationScoped
class StoreAnalyzedTurns {
    private final AnalyzedTurns analyzedTurns;
    private final PublishLiveEvents publishLiveEvents;
    private final Quarantine quarantine;

    StoreAnalyzedTurns(AnalyzedTurns analyzedTurns, PublishLiveEvents publishLiveEvents, Quarantine quarantine) {
        this.analyzedTurns = analyzedTurns;
        this.publishLiveEvents = publishLiveEvents;
        this.quarantine = quarantine;
    }

    /// @param turns each turn once, in the order of their keys, so that two instances cannot deadlock
    @Transactional
    void store(Collection<TurnAnalyzed> turns, List<QuarantineEntry> unreadable) {
        publishLiveEvents.publishAnalyses(analyzedTurns.upsertNewer(turns));
        quarantine.add(unreadable);
    }
}
