package dev.parlance.summary.day;

import dev.parlance.contract.event.SummaryEvent.DailySummary;
import dev.parlance.summary.Change;
import dev.parlance.summary.Versioned;
import dev.parlance.summary.fact.DayKey;
import java.time.Instant;

/// A row of `learner_day`: one learner's local day.
record Day(DayKey key, DayFigures figures, long revision, Instant updatedAt) implements Versioned<DayFigures> {

    /// @param stored  the day as it is stored, or null
    /// @param figures computed from the day's facts, null if there are none
    /// @param floor   the revision that a day without a stored one must exceed
    static Change<Day> change(DayKey key, Day stored, DayFigures figures, long floor, Instant now) {
        return Change.of(key, stored, figures, floor, now, Day::new);
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
