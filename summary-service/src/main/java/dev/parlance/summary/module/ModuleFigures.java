package dev.parlance.summary.module;

import dev.parlance.summary.Counts;

/// What a module's day shows. Equal figures are not announced again.
///
/// @param learners different ones
record ModuleFigures(
        int turns,
        int conversations,
        int learners,
        int learnerWords,
        int newWords,
        long speakingMs,
        Counts byChannel) {}
