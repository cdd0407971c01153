package dev.parlance.conversation.operations.reconciliation;

import java.time.LocalDate;

/// What became of the turns of a day (UTC, by `recordedAt`) that are old enough to be counted.
///
/// @param accepted    turns that were recorded
/// @param quarantined turns with an event, or an analysis, that waits in this service's quarantine
/// @param pending     turns that are neither analysed nor quarantined
public record DayBalance(LocalDate date, long accepted, long analysed, long quarantined, long pending) {
    /// By how many turns the day does not add up.
    long mismatch() {
        return Math.abs(accepted - analysed - quarantined - pending);
    }
}
