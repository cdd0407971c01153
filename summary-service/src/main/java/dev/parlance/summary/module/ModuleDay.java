package dev.parlance.summary.module;

import dev.parlance.contract.event.SummaryEvent.ModuleUsage;
import dev.parlance.summary.Change;
import dev.parlance.summary.Versioned;
import java.time.Instant;

/// A row of `module_day`: one module's day.
record ModuleDay(ModuleKey key, ModuleFigures figures, long revision, Instant updatedAt)
        implements Versioned<ModuleFigures> {

    /// @param stored  the day as it is stored, or null
    /// @param figures the sum of its learners' days, null if there are none
    /// @param floor   the revision that a day without a stored one must exceed
    static Change<ModuleDay> change(ModuleKey key, ModuleDay stored, ModuleFigures figures, long floor, Instant now) {
        return Change.of(key, stored, figures, floor, now, ModuleDay::new);
    }

    ModuleUsage usage() {
        return new ModuleUsage(
                key.tenant(),
                key.module(),
                key.date(),
                revision,
                figures.turns(),
                figures.conversations(),
                figures.learners(),
                figures.learnerWords(),
                figures.newWords(),
                figures.speakingMs(),
                figures.byChannel().turns(),
                updatedAt);
    }
}
