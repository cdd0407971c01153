package dev.parlance.conversation.operations.reconciliation;

import dev.parlance.conversation.dialogue.turn.AnalysisCoverage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Compares the next window of transcripts that are old enough, and stores the turns whose analysis has not read
/// theirs.
@ApplicationScoped
class CompareTranscripts {
    private static final int MAX_BATCH_TRANSCRIPTS = 2_000;

    private final AnalysisCoverage coverage;
    private final ReconciledTranscripts transcripts;
    private final ReconciliationConfig config;
    private final Clock clock;

    CompareTranscripts(
            AnalysisCoverage coverage, ReconciledTranscripts transcripts, ReconciliationConfig config, Clock clock) {
        this.coverage = coverage;
        this.transcripts = transcripts;
        this.config = config;
        this.clock = clock;
    }

    /// @return whether more transcripts are old enough
    @Transactional
    boolean compareNext() {
        long last = clock.instant().minus(config.reannounceAfter()).toEpochMilli();
        long from = transcripts.watermark();
        if (from >= last) {
            return false;
        }
        long to = coverage.findTranscriptRevision(from, last, MAX_BATCH_TRANSCRIPTS)
                .map(end -> Math.max(end, from + 1))
                .orElse(last);
        transcripts.insertMissing(coverage.findUnreadTranscripts(from, to), clock.instant());
        transcripts.watermark(to);
        return to < last;
    }
}
