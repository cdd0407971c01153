package dev.parlance.summary.module;

import dev.parlance.summary.day.DayKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// All learners' days in each module, and the marks on the module days that have to be summed again because of them.
@ApplicationScoped
public class ModuleLearnerDays {
    private static final String REFRESH = """
            with touched as (
                select * from unnest(:tenant, :learner, cast(:date as date[])) with ordinality
                as t (tenant, learner_id, date, day)
            ), fact as materialized (
                select day, coalesce(module, 'none') as module, channel, conversation_id, learner_words, new_words,
                       duration_ms
                from touched join turn_fact using (tenant, learner_id, date)
            ), figures as (
                select day, module, count(*) as turns, count(distinct conversation_id) as conversations,
                       sum(learner_words) as learner_words, sum(new_words) as new_words,
                       coalesce(sum(duration_ms), 0) as speaking_ms
                from fact group by day, module
            ), channels as (
                select day, module, jsonb_object_agg(channel, turns) as by_channel
                from (select day, module, channel, count(*) as turns from fact group by day, module, channel) as used
                group by day, module
            ), written as (
                insert into module_learner_day as known (
                    tenant, date, learner_id, module, turns, conversations, learner_words, new_words, speaking_ms,
                    by_channel)
                select tenant, date, learner_id, module, turns, conversations, learner_words, new_words, speaking_ms,
                       by_channel
                from figures join channels using (day, module) join touched using (day)
                on conflict (tenant, date, learner_id, module) do update set
                    turns = excluded.turns, conversations = excluded.conversations,
                    learner_words = excluded.learner_words, new_words = excluded.new_words,
                    speaking_ms = excluded.speaking_ms, by_channel = excluded.by_channel
                where (known.turns, known.conversations, known.learner_words, known.new_words, known.speaking_ms,
                       known.by_channel)
                    is distinct from (excluded.turns, excluded.conversations, excluded.learner_words,
                       excluded.new_words, excluded.speaking_ms, excluded.by_channel)
                returning known.tenant, known.module, known.date
            ), gone as (
                delete from module_learner_day as known using touched
                where known.tenant = touched.tenant and known.date = touched.date
                  and known.learner_id = touched.learner_id
                  and not exists (
                      select from figures where figures.day = touched.day and figures.module = known.module)
                returning known.tenant, known.module, known.date
            )
            insert into module_mark (tenant, module, date)
            select tenant, module, date from written union select tenant, module, date from gone
            """;

    private final Jdbi jdbi;

    ModuleLearnerDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Brings these days' modules into line with the facts and marks the module days that this changes. The caller's
    /// transaction holds the locks of the days' learners.
    ///
    /// @param days each once
    public void refresh(List<DayKey> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate(REFRESH)
                .bind("tenant", days.stream().map(DayKey::tenant).toArray(String[]::new))
                .bind("learner", days.stream().map(DayKey::learnerId).toArray(String[]::new))
                .bind("date", days.stream().map(day -> day.date().toString()).toArray(String[]::new))
                .execute());
    }

    /// Marks every module day of a date.
    public void markAll(String tenant, LocalDate date) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into module_mark (tenant, module, date)
                        select tenant, module, date from module_learner_day where tenant = :tenant and date = :date
                        union
                        select tenant, module, date from module_day where tenant = :tenant and date = :date
                        """)
                .bind("tenant", tenant)
                .bind("date", date)
                .execute());
    }
}
