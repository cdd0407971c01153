package dev.parlance.conversation.operations.reconciliation;

import dev.parlance.conversation.dialogue.turn.AnalysisCoverage;
import dev.parlance.conversation.dialogue.turn.AnalysisCoverage.TurnCoverage;
import dev.parlance.conversation.dialogue.turn.Turn;
import dev.parlance.conversation.operations.reconciliation.UnanalysedTurns.DueTurn;
import dev.parlance.kit.quarantine.Quarantine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the unanalysed turns whose next check is due, with what has become of them since the last check.
@ApplicationScoped
class DueTurns {
    private static final List<String> EVENT_TYPES =
            List.of("parlance.turn-recorded.v1", "parlance.turn-transcribed.v1", "parlance.turn-analyzed.v1");
    private static final TurnCoverage UNKNOWN = new TurnCoverage(null, false);

    private final UnanalysedTurns unanalysed;
    private final AnalysisCoverage coverage;
    private final Quarantine quarantine;

    DueTurns(UnanalysedTurns unanalysed, AnalysisCoverage coverage, Quarantine quarantine) {
        this.unanalysed = unanalysed;
        this.coverage = coverage;
        this.quarantine = quarantine;
    }

    /// Turns recorded before this instant, oldest first, locked until the transaction ends.
    List<UnanalysedTurn> lock(Instant recordedBefore, Instant now, int limit) {
        List<DueTurn> due = unanalysed.lockDue(recordedBefore, now, limit);
        if (due.isEmpty()) {
            return List.of();
        }
        Map<Turn.Key, TurnCoverage> covered =
                coverage.find(due.stream().map(DueTurn::key).toList());
        Set<String> quarantined = quarantine.findWaitingSubjects(
                EVENT_TYPES,
                due.stream().map(turn -> turn.key().id().toString()).toList());
        return due.stream()
                .map(turn -> unanalysedTurn(
                        turn,
                        covered.getOrDefault(turn.key(), UNKNOWN),
                        quarantined.contains(turn.key().id().toString())))
                .toList();
    }

    private static UnanalysedTurn unanalysedTurn(DueTurn turn, TurnCoverage covered, boolean quarantined) {
        return new UnanalysedTurn(
                turn.key().tenant(),
                turn.key().id(),
                lastRecordedAt(turn.recordedAt(), covered.transcriptRevision()),
                turn.reannouncements(),
                covered.analysed(),
                quarantined);
    }

    /// A transcript's revision begins with the milliseconds at which it was recorded.
    private static Instant lastRecordedAt(Instant recordedAt, Long transcriptRevision) {
        if (transcriptRevision == null) {
            return recordedAt;
        }
        Instant transcribedAt = Instant.ofEpochMilli(transcriptRevision);
        return transcribedAt.isAfter(recordedAt) ? transcribedAt : recordedAt;
    }
}
