package dev.parlance.summary.fact;

/// A fact whose revision was higher than the stored one.
///
/// @param slot         where the turn counts now
/// @param previousSlot where it counted before; null for a new turn
record UpsertedFact(TurnKey key, DaySlot slot, DaySlot previousSlot) {}
