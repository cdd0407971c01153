package dev.parlance.analysis.turn;

import dev.parlance.analysis.analyzer.Analysis;
import dev.parlance.analysis.analyzer.LanguageConfig;
import dev.parlance.analysis.analyzer.TextAnalysis;
import dev.parlance.analysis.turn.store.AnalyzedTurn;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.quarantine.QuarantineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Analyses recorded turns, then stores and publishes the result. The language work is done before the transaction
/// opens, so that no lock is held meanwhile.
@ApplicationScoped
class AnalyzeTurns {
    private static final int MAX_BATCH_CHARACTERS = 250_000;

    private final TextAnalysis analysis;
    private final StoreAnalyses storeAnalyses;
    private final Clock clock;
    private final Duration languageTimeout;

    AnalyzeTurns(TextAnalysis analysis, StoreAnalyses storeAnalyses, Clock clock, LanguageConfig languages) {
        this.languageTimeout = languages.loadTimeout();
        this.analysis = analysis;
        this.storeAnalyses = storeAnalyses;
        this.clock = clock;
    }

    /// Applies a batch. Turns that are stored already, with this or a later transcript, change nothing; only the
    /// transaction can tell which those are, so the language work for these few is wasted.
    ///
    /// A batch with much text is stored in several transactions, so that its findings never fill the memory. A
    /// batch that fails between two of them is delivered again.
    void apply(List<InboundTurn> turns, List<QuarantineEntry> unreadable) {
        List<InboundTurn> part = new ArrayList<>();
        int characters = 0;
        for (InboundTurn turn : latestTranscripts(turns)) {
            part.add(turn);
            characters += turn.characters();
            if (characters >= MAX_BATCH_CHARACTERS) {
                storeAnalyses(part, List.of());
                part.clear();
                characters = 0;
            }
        }
        if (!part.isEmpty() || !unreadable.isEmpty()) {
            storeAnalyses(part, unreadable);
        }
    }

    /// Stores a turn whose analysis cannot be stored as failed, with its counts, so that its day counts it. A turn that
    /// is stored already, with this or a later transcript, stays as it is.
    ///
    /// @param cause why not, without anything that was said
    void applyAsFailed(InboundTurn turn, String cause) {
        storeAnalyses.storeBatch(
                List.of(analyzedTurn(turn, analysis.countOnly(turn.turn(), cause, languageTimeout))),
                turn.reannounced() ? Set.of(turn.turn().turnId()) : Set.of(),
                List.of());
    }

    private record TenantTurn(String tenant, TurnId turn) {}

    /// Each turn of a batch once, with its latest transcript, in whatever order they arrived.
    private static Collection<InboundTurn> latestTranscripts(List<InboundTurn> turns) {
        Map<TenantTurn, InboundTurn> each = LinkedHashMap.newLinkedHashMap(turns.size());
        for (InboundTurn turn : turns) {
            each.merge(
                    new TenantTurn(turn.turn().tenant(), turn.turn().turnId()),
                    turn,
                    (one, other) -> other.transcriptRevision() > one.transcriptRevision() ? other : one);
        }
        return each.values();
    }

    private void storeAnalyses(List<InboundTurn> part, List<QuarantineEntry> unreadable) {
        List<AnalyzedTurn> analyzed = new ArrayList<>(part.size());
        Set<TurnId> reannounced = new HashSet<>();
        for (InboundTurn inbound : part) {
            analyzed.add(analyzedTurn(inbound, analysis.analyze(inbound.turn(), languageTimeout)));
            if (inbound.reannounced()) {
                reannounced.add(inbound.turn().turnId());
            }
        }
        storeAnalyses.storeBatch(analyzed, reannounced, unreadable);
    }

    private AnalyzedTurn analyzedTurn(InboundTurn inbound, Analysis analyzed) {
        Instant now = clock.instant();
        return new AnalyzedTurn(
                inbound.turn(),
                inbound.recordedJson(),
                inbound.transcriptRevision(),
                analyzed,
                0,
                now,
                now,
                inbound.traceparent());
    }
}
