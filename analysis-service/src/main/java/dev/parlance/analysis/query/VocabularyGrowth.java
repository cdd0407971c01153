package dev.parlance.analysis.query;

import dev.parlance.analysis.turn.store.LearnerTurns;
import dev.parlance.analysis.vocabulary.KnownWords;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.page.DateRange;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How vocabularies grow. A word counts on the local day of its first use.
@ApplicationScoped
class VocabularyGrowth {
    private final KnownWords words;
    private final LearnerTurns turns;

    VocabularyGrowth(KnownWords words, LearnerTurns turns) {
        this.words = words;
        this.turns = turns;
    }

    /// What days are taken together; weeks begin on Monday (ISO 8601).
    enum Granularity {
        DAY,
        WEEK,
        MONTH;

        static Granularity of(String name) {
            return switch (name) {
                case null -> DAY;
                case "day" -> DAY;
                case "week" -> WEEK;
                case "month" -> MONTH;
                default -> throw new InvalidRequest("period", "period must be day, week or month");
            };
        }

        /// The first day of the period that holds this day.
        LocalDate startOf(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }
    }

    /// @param start      the period's first day
    /// @param newWords   words that were used for the first time in it
    /// @param totalWords words that had been used by its end
    record Step(LocalDate start, int newWords, int totalWords) {}

    /// By start, ascending; periods without new words are absent.
    ///
    /// @param language null for all together
    List<Step> list(Learner learner, String language, Granularity period, DateRange dates, PageRequest page) {
        LocalDate from = dates.from() == null ? LocalDate.MIN : period.startOf(dates.from());
        LocalDate to = dates.to() == null ? LocalDate.MAX : dates.to();
        LocalDate after = page.isFirst() ? LocalDate.MIN : page.dateAfter(0);
        return steps(newWords(learner, language, period)).stream()
                .filter(step -> !step.start().isBefore(from) && !step.start().isAfter(to))
                .filter(step -> step.start().isAfter(after))
                .limit(page.rows())
                .toList();
    }

    private SortedMap<LocalDate, Integer> newWords(Learner learner, String language, Granularity period) {
        Map<TurnId, Integer> firstUses = words.countFirstUses(learner, language);
        Map<TurnId, LocalDate> days = turns.findLocalDates(learner, firstUses.keySet());
        SortedMap<LocalDate, Integer> newWords = new TreeMap<>();
        days.forEach((turn, day) -> newWords.merge(period.startOf(day), firstUses.get(turn), Integer::sum));
        return newWords;
    }

    private static List<Step> steps(SortedMap<LocalDate, Integer> newWords) {
        List<Step> steps = new ArrayList<>(newWords.size());
        int total = 0;
        for (Map.Entry<LocalDate, Integer> one : newWords.entrySet()) {
            total += one.getValue();
            steps.add(new Step(one.getKey(), one.getValue(), total));
        }
        return steps;
    }
}
