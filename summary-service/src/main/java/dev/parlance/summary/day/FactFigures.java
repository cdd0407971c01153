package dev.parlance.summary.day;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// The figures of days, added up from their facts. What it costs depends on the facts of these days alone.
@ApplicationScoped
class FactFigures {
    private static final String SUM = """
            with touched as (
                select * from unnest(:tenant, :learner, cast(:date as date[])) with ordinality
                as t (tenant, learner_id, date, day)
            ), fact as materialized (
                select day, conversation_id, sequence, module, channel, time_zone, occurred_at, learner_words, reply_words,
                       sentences, duration_ms, new_words, words, highlights
                from touched join turn_fact using (tenant, learner_id, date)
            ), figures as (
                select day, count(*) as turns, count(distinct conversation_id) as conversations,
                       sum(learner_words) as learner_words, sum(reply_words) as reply_words, sum(new_words) as new_words,
                       sum(sentences) as sentences, coalesce(sum(duration_ms), 0) as speaking_ms,
                       min(occurred_at) as first_turn_at, max(occurred_at) as last_turn_at,
                       (array_agg(time_zone order by occurred_at desc, conversation_id desc, sequence desc))[1] as time_zone
                from fact group by day
            ), unique_words as (
                select day, count(*) as unique_words
                from (select distinct day, word from fact, unnest(words) as word) as used group by day
            ), highlights as (
                select day, jsonb_object_agg(type, number) as highlights
                from (select day, type, sum(cast(number as integer)) as number
                      from fact, jsonb_each_text(highlights) as h (type, number) group by day, type) as found
                group by day
            ), modules as (
                select day, jsonb_object_agg(module, turns) as by_module
                from (select day, coalesce(module, 'none') as module, count(*) as turns from fact group by 1, 2) as used
                group by day
            ), channels as (
                select day, jsonb_object_agg(channel, turns) as by_channel
                from (select day, channel, count(*) as turns from fact group by 1, 2) as used
                group by day
            )
            select day, time_zone, turns, conversations, learner_words, reply_words,
                   coalesce(unique_words, 0) as unique_words, new_words, sentences, speaking_ms, highlights,
                   by_module, by_channel, first_turn_at, last_turn_at
            from figures
            left join unique_words using (day)
            left join highlights using (day)
            left join modules using (day)
            left join channels using (day)
            """;

    private final Jdbi jdbi;

    FactFigures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The figures of those of these days that have facts.
    Map<DayKey, DayFigures> of(List<DayKey> keys) {
        return jdbi.withHandle(handle -> {
            Map<DayKey, DayFigures> figures = HashMap.newHashMap(keys.size());
            LearnerDays.bind(handle.createQuery(SUM), keys)
                    .map((row, _) -> Map.entry(keys.get(row.getInt("day") - 1), LearnerDays.figures(row)))
                    .forEach(entry -> figures.put(entry.getKey(), entry.getValue()));
            return figures;
        });
    }
}
