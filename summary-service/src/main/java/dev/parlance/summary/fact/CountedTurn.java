package dev.parlance.summary.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// Where a turn is counted.
///
/// @param date      the learner's local day
/// @param revision  of the analysis that counts
/// @param countedAt when it was counted first; null for facts stored before that column existed
record CountedTurn(UUID turnId, String learnerId, LocalDate date, long revision, Instant countedAt) {}
