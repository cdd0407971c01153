package dev.parlance.analysis.vocabulary;

import dev.parlance.contract.Learner;
import dev.parlance.kit.page.DateRange;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/// How vocabularies grow. A word counts on the local day of its first use.
@ApplicationScoped
class Growth {
    private final Jdbi jdbi;

    Growth(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What days are taken together; weeks begin on Monday (ISO 8601).
    enum Period {
        DAY,
        WEEK,
        MONTH;

        static Period of(String name) {
            return switch (name) {
                case null -> DAY;
                case "day" -> DAY;
                case "week" -> WEEK;
                case "month" -> MONTH;
                default -> throw new InvalidRequest("period", "period must be day, week or month");
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
    List<Step> list(Learner learner, String language, Period period, DateRange dates, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with first_use as (
                            select cast(date_trunc(:period, cast(cast(turn.recorded as json) ->> 'localDate' as date)) as date) as start
                            from vocabulary as word
                            join analyzed_turn as turn
                                on turn.tenant = word.tenant and turn.turn_id = word.first_turn_id
                            where word.tenant = :tenant and word.learner_id = :learner
                              and (cast(:language as text) is null or word.language = :language)
                        ), step as (
                            select start, count(*) as new_words, sum(count(*)) over (order by start) as total_words
                            from first_use group by start
                        )
                        select * from step
                        where (cast(:from as date) is null or start >= date_trunc(:period, cast(:from as date)))
                          and (cast(:to as date) is null or start <= cast(:to as date))
                          and (cast(:after as date) is null or start > cast(:after as date))
                        order by start limit :rows
                        """)
                .bind("tenant", learner.tenant())
                .bind("learner", learner.id())
                .bind("language", language)
                .bind("period", period.name().toLowerCase(Locale.ROOT))
                .bind("from", dates.from())
                .bind("to", dates.to())
                .bind("after", page.isFirst() ? null : page.after().getFirst())
                .bind("rows", page.rows())
                .map((row, _) -> new Step(
                        row.getObject("start", LocalDate.class), row.getInt("new_words"), row.getInt("total_words")))
                .list());
    }
}
