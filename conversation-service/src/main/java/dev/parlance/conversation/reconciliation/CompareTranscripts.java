package dev.parlance.conversation.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Some transcripts are old enough to be asked after: remember the turns whose analysis does not know theirs.
@ApplicationScoped
class CompareTranscripts {
    private static final int AT_ONCE = 2_000;

    private final ReconciledTranscripts transcripts;
    private final UnanalysedConfig config;
    private final Clock clock;

    CompareTranscripts(ReconciledTranscripts transcripts, UnanalysedConfig config, Clock clock) {
        this.transcripts = transcripts;
        this.config = config;
        this.clock = clock;
    }

    /// @return whether more are old enough
    @Transactional
    boolean next() {
        long last = clock.instant().minus(config.after()).toEpochMilli();
        long from = transcripts.until();
        if (from >= last) {
            return false;
        }
        long to = transcripts.windowEnd(from, last, AT_ONCE);
        transcripts.remember(from, to, clock.instant());
        transcripts.until(to);
        return to < last;
    }
}
