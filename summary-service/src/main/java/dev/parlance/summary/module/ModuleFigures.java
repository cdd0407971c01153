package dev.parlance.summary.module;

import dev.parlance.summary.Counts;

/// The figures of a module's day. Equal figures are not published again.
///
/// @param learners how many different ones
record ModuleFigures(
        int turns,
        int conversations,
        int learners,
        int learnerWords,
        int newWords,
        long speakingMs,
        Counts byChannel) {}
