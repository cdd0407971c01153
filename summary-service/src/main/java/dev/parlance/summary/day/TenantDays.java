package dev.parlance.summary.day;

import dev.parlance.contract.event.SummaryEvent.Turns;
import dev.parlance.summary.Counts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// A tenant's dates, each the sum of its learners' days.
@ApplicationScoped
class TenantDays {
    private static final String SUM = """
            with day as materialized (
                select * from learner_day where tenant = :tenant and date = :date
            )
            select count(*) as learners, coalesce(sum(conversations), 0) as conversations,
                   coalesce(sum(turns), 0) as turns,
                   coalesce(sum(learner_words), 0) as learner_words, coalesce(sum(reply_words), 0) as reply_words,
                   coalesce(sum(new_words), 0) as new_words, coalesce(sum(sentences), 0) as sentences,
                   coalesce(sum(speaking_ms), 0) as speaking_ms,
                   (select jsonb_object_agg(name, number)
                    from (select name, sum(cast(number as bigint)) as number
                          from day, jsonb_each_text(highlights) as c (name, number) group by name) as s) as highlights,
                   (select jsonb_object_agg(name, number)
                    from (select name, sum(cast(number as bigint)) as number
                          from day, jsonb_each_text(by_module) as c (name, number) group by name) as s) as by_module,
                   (select jsonb_object_agg(name, number)
                    from (select name, sum(cast(number as bigint)) as number
                          from day, jsonb_each_text(by_channel) as c (name, number) group by name) as s) as by_channel
            from day
            """;

    private final Jdbi jdbi;

    TenantDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// One date of all learners of a tenant. Conversations add up because each has one learner.
    ///
    /// @param learners those with at least one turn
    record TenantDay(
            LocalDate date,
            long learners,
            long conversations,
            long turns,
            long learnerWords,
            long replyWords,
            long newWords,
            long sentences,
            long speakingMs,
            Map<String, Integer> highlights,
            Map<String, Turns> byModule,
            Map<String, Turns> byChannel) {}

    /// All figures are 0 if there was no turn.
    TenantDay find(String tenant, LocalDate date) {
        return jdbi.withHandle(handle -> handle.createQuery(SUM)
                .bind("tenant", tenant)
                .bind("date", date)
                .map((row, _) -> new TenantDay(
                        date,
                        row.getLong("learners"),
                        row.getLong("conversations"),
                        row.getLong("turns"),
                        row.getLong("learner_words"),
                        row.getLong("reply_words"),
                        row.getLong("new_words"),
                        row.getLong("sentences"),
                        row.getLong("speaking_ms"),
                        Counts.fromJson(row.getString("highlights")).highlights(),
                        Counts.fromJson(row.getString("by_module")).turns(),
                        Counts.fromJson(row.getString("by_channel")).turns()))
                .one());
    }
}
