package dev.parlance.summary.module;

import dev.parlance.contract.event.SummaryEvent.ModuleUsage;
import dev.parlance.kit.page.DateRange;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.summary.Counts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// All modules' days (table `module_day`).
@ApplicationScoped
class ModuleDays {
    private static final String SUM = """
            with touched as (
                select * from unnest(:tenant, :module, cast(:date as date[])) as t (tenant, module, date)
            ), figures as (
                select tenant, module, date, sum(turns) as turns, sum(conversations) as conversations,
                       count(*) as learners, sum(learner_words) as learner_words, sum(new_words) as new_words,
                       sum(speaking_ms) as speaking_ms
                from touched join module_learner_day using (tenant, module, date)
                group by tenant, module, date
            ), channels as (
                select tenant, module, date, jsonb_object_agg(channel, turns) as by_channel
                from (select tenant, module, date, channel, sum(cast(number as integer)) as turns
                      from touched join module_learner_day using (tenant, module, date),
                           jsonb_each_text(by_channel) as c (channel, number)
                      group by tenant, module, date, channel) as used
                group by tenant, module, date
            )
            select * from figures join channels using (tenant, module, date)
            """;

    private static final String UPSERT = """
            insert into module_day (
                tenant, module, date, revision, turns, conversations, learners, learner_words, new_words, speaking_ms,
                by_channel, updated_at)
            values (
                :tenant, :module, :date, :revision, :turns, :conversations, :learners, :learnerWords, :newWords,
                :speakingMs, cast(:byChannel as jsonb), :updatedAt)
            on conflict (tenant, module, date) do update set
                revision = excluded.revision, turns = excluded.turns, conversations = excluded.conversations,
                learners = excluded.learners, learner_words = excluded.learner_words, new_words = excluded.new_words,
                speaking_ms = excluded.speaking_ms, by_channel = excluded.by_channel, updated_at = excluded.updated_at
            """;

    private final Jdbi jdbi;

    ModuleDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The sums over learners' days of those of these module days that have any. Conversations add up because each
    /// has one learner.
    Map<ModuleKey, ModuleFigures> sumLearnerDays(List<ModuleKey> keys) {
        return jdbi.withHandle(handle -> {
            Map<ModuleKey, ModuleFigures> sums = HashMap.newHashMap(keys.size());
            bind(handle.createQuery(SUM), keys)
                    .map((row, _) -> Map.entry(ModuleKey.of(row), figures(row)))
                    .forEach(entry -> sums.put(entry.getKey(), entry.getValue()));
            return sums;
        });
    }

    /// Those of these days that exist.
    Map<ModuleKey, ModuleDay> findAll(List<ModuleKey> keys) {
        return jdbi.withHandle(handle -> bind(handle.createQuery("""
                        select module_day.*
                        from unnest(:tenant, :module, cast(:date as date[])) as t (tenant, module, date)
                        join module_day using (tenant, module, date)
                        """), keys).map((row, _) -> day(row)).stream()
                .collect(Collectors.toMap(ModuleDay::key, Function.identity())));
    }

    /// @param days each once, ordered by key
    void upsert(List<ModuleDay> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch(UPSERT);
            for (ModuleDay day : days) {
                rows.bind("tenant", day.key().tenant())
                        .bind("module", day.key().module())
                        .bind("date", day.key().date())
                        .bind("revision", day.revision())
                        .bind("turns", day.figures().turns())
                        .bind("conversations", day.figures().conversations())
                        .bind("learners", day.figures().learners())
                        .bind("learnerWords", day.figures().learnerWords())
                        .bind("newWords", day.figures().newWords())
                        .bind("speakingMs", day.figures().speakingMs())
                        .bind("byChannel", day.figures().byChannel().toJson())
                        .bind("updatedAt", day.updatedAt())
                        .add();
            }
            rows.execute();
        });
    }

    void delete(List<ModuleDay> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> bind(
                        handle.createUpdate("""
                        delete from module_day
                        using unnest(:tenant, :module, cast(:date as date[])) as t (tenant, module, date)
                        where module_day.tenant = t.tenant and module_day.module = t.module and module_day.date = t.date
                        """),
                        days.stream().map(ModuleDay::key).toList())
                .execute());
    }

    /// By date, then module.
    ///
    /// @param module only this one, or null
    List<ModuleUsage> findPage(String tenant, String module, DateRange dates, PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from module_day
                        where tenant = :tenant and (cast(:module as text) is null or module = :module)
                          and date >= coalesce(cast(:from as date), '-infinity')
                          and date <= coalesce(cast(:to as date), 'infinity')
                          and (date, module) > (coalesce(cast(:afterDate as date), '-infinity'), :afterModule)
                        order by date, module limit :rows
                        """)
                .bind("tenant", tenant)
                .bind("module", module)
                .bind("from", dates.from())
                .bind("to", dates.to())
                .bind("afterDate", page.dateAfter(0))
                .bind("afterModule", page.isFirst() ? "" : page.textAfter(1))
                .bind("rows", page.rows())
                .map((row, _) -> day(row).usage())
                .list());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<ModuleKey> keys) {
        return statement
                .bind("tenant", keys.stream().map(ModuleKey::tenant).toArray(String[]::new))
                .bind("module", keys.stream().map(ModuleKey::module).toArray(String[]::new))
                .bind("date", keys.stream().map(key -> key.date().toString()).toArray(String[]::new));
    }

    private static ModuleFigures figures(ResultSet row) throws SQLException {
        return new ModuleFigures(
                row.getInt("turns"),
                row.getInt("conversations"),
                row.getInt("learners"),
                row.getInt("learner_words"),
                row.getInt("new_words"),
                row.getLong("speaking_ms"),
                Counts.fromJson(row.getString("by_channel")));
    }

    private static ModuleDay day(ResultSet row) throws SQLException {
        return new ModuleDay(
                ModuleKey.of(row),
                figures(row),
                row.getLong("revision"),
                row.getTimestamp("updated_at").toInstant());
    }
}
