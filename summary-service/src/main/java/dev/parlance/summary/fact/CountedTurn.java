package dev.parlance.summary.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// Where a turn is counted.
///
/// @param date      the learner's local day
/// @param revision  of the analysis that it is counted by
/// @param countedAt for the first time; null for a turn of before that was noted
record CountedTurn(UUID turnId, String learnerId, LocalDate date, long revision, Instant countedAt) {}
