package dev.parlance.summary.day;

import dev.parlance.contract.SummaryEvent.DailySummary;
import dev.parlance.kit.time.Revision;
import java.time.Instant;

/// A learner's day as it is stored and told.
record Day(DayKey key, DayFigures figures, long revision, Instant updatedAt) {

    /// What becomes of a day whose facts have been looked at again.
    sealed interface Change {
        /// It is told anew.
        record Written(Day day) implements Change {}

        /// Its facts are gone, hence it is; the revision is that of its end.
        record Gone(Day last) implements Change {}

        /// Nobody need hear of it.
        record None() implements Change {}
    }

    /// @param stored  the day as it was told last, or null
    /// @param figures what its facts say now, null if there are none
    /// @param floor   a revision that a day without a stored one must exceed
    static Change change(DayKey key, Day stored, DayFigures figures, long floor, Instant now) {
        if (figures == null) {
            return stored == null
                    ? new Change.None()
                    : new Change.Gone(new Day(key, stored.figures(), Revision.after(stored.revision(), now), now));
        }
        if (stored != null && stored.figures().equals(figures)) {
            return new Change.None();
        }
        long last = stored == null ? floor : stored.revision();
        return new Change.Written(new Day(key, figures, Revision.after(last, now), now));
    }

    DailySummary summary() {
        return new DailySummary(
                key.tenant(),
                key.learnerId(),
                key.date(),
                figures.timeZone(),
                revision,
                figures.conversations(),
                figures.turns(),
                figures.learnerWords(),
                figures.replyWords(),
                figures.uniqueWords(),
                figures.newWords(),
                figures.sentences(),
                figures.speakingMs(),
                figures.highlights().highlights(),
                figures.byModule().turns(),
                figures.byChannel().turns(),
                figures.firstTurnAt(),
                figures.lastTurnAt(),
                updatedAt);
    }
}
