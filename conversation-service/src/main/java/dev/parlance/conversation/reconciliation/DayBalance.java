package dev.parlance.conversation.reconciliation;

import java.time.LocalDate;

/// What became of the turns of a day (UTC, of `recordedAt`), those that are old enough to be asked after.
///
/// @param quarantined whose event, or whose analysis, waits in this service's quarantine
/// @param pending     neither analysed nor there
public record DayBalance(LocalDate date, long accepted, long analysed, long quarantined, long pending) {
    /// By how many turns the day does not add up.
    long mismatch() {
        return Math.abs(accepted - analysed - quarantined - pending);
    }
}
