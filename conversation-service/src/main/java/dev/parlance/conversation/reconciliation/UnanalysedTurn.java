package dev.parlance.conversation.reconciliation;

import dev.parlance.contract.TurnId;
import java.time.Duration;
import java.time.Instant;

/// A turn that had not been analysed when it was looked at last, or not as it was heard since.
///
/// @param saidAt      when what is known of it was recorded: the turn, or its transcript
/// @param announced   how often it was announced again
/// @param analysed    whether it has been by now
/// @param quarantined whether its event, or its analysis, waits in this service's quarantine
record UnanalysedTurn(String tenant, TurnId id, Instant saidAt, int announced, boolean analysed, boolean quarantined) {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 20;

    /// Whether it must be announced again: not what the analysis has yet to read, nor what a person must look at.
    boolean isForgotten(Instant readUntil) {
        return !analysed && !quarantined && saidAt.isBefore(readUntil);
    }

    /// When to look again after having announced it: later each time, or a turn that can never be analysed would be
    /// announced for ever.
    Instant nextLook(Duration after, Instant now) {
        Duration pause = after.multipliedBy(1L << Math.min(announced, MOST_DOUBLINGS));
        return now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }
}
