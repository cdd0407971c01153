package dev.parlance.summary.module;

import dev.parlance.contract.SummaryEvent.ModuleUsage;
import dev.parlance.kit.time.Revision;
import java.time.Instant;

/// A module's day as it is stored and told.
record ModuleDay(ModuleKey key, ModuleFigures figures, long revision, Instant updatedAt) {

    /// What becomes of a module's day that has been summed again.
    sealed interface Change {
        /// It is told anew.
        record Written(ModuleDay day) implements Change {}

        /// Nobody used the module on that day after all; the revision is that of its end.
        record Gone(ModuleDay last) implements Change {}

        /// Nobody need hear of it.
        record None() implements Change {}
    }

    /// @param stored  the day as it was told last, or null
    /// @param figures what its learners' days say now, null if there are none
    /// @param floor   a revision that a day without a stored one must exceed
    static Change change(ModuleKey key, ModuleDay stored, ModuleFigures figures, long floor, Instant now) {
        if (figures == null) {
            return stored == null
                    ? new Change.None()
                    : new Change.Gone(
                            new ModuleDay(key, stored.figures(), Revision.after(stored.revision(), now), now));
        }
        if (stored != null && stored.figures().equals(figures)) {
            return new Change.None();
        }
        long last = stored == null ? floor : stored.revision();
        return new Change.Written(new ModuleDay(key, figures, Revision.after(last, now), now));
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
