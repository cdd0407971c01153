package dev.parlance.conversation.operations.reconciliation;

import dev.parlance.contract.id.TurnId;
import java.time.Duration;
import java.time.Instant;

/// A turn that had not been analysed at its last check, or whose latest transcript had not.
///
/// @param lastRecordedAt  when the turn or its latest transcript was recorded, whichever is later
/// @param reannouncements how often its events have been published again
/// @param analysed        whether it has been analysed by now
/// @param quarantined     whether one of its events, or its analysis, waits in this service's quarantine
record UnanalysedTurn(
        String tenant, TurnId id, Instant lastRecordedAt, int reannouncements, boolean analysed, boolean quarantined) {
    /// The events of a turn are published again at most this often: what has not helped by then, after four days,
    /// never will, and each announcement costs the analysis a batch. The turn is checked all the same.
    static final int MAX_REANNOUNCEMENTS = 10;

    private static final Duration MAX_INTERVAL = Duration.ofDays(1);
    private static final int MAX_DOUBLINGS = 20;

    /// Whether its events must be published again: not while the analysis has still to read them, nor while a person
    /// must look at the quarantine, nor for an eleventh time.
    boolean needsReannouncement(Instant readUntil) {
        return !analysed && !quarantined && reannouncements < MAX_REANNOUNCEMENTS && lastRecordedAt.isBefore(readUntil);
    }

    /// When to check again after a reannouncement. The interval doubles each time up to a day, so that a turn that can
    /// never be analysed costs little.
    Instant nextCheckAt(Duration after, Instant now) {
        Duration interval = after.multipliedBy(1L << Math.min(reannouncements, MAX_DOUBLINGS));
        return now.plus(interval.compareTo(MAX_INTERVAL) < 0 ? interval : MAX_INTERVAL);
    }
}
