package dev.parlance.summary.module;

import dev.parlance.kit.jdbc.SqlArrays;
import dev.parlance.summary.fact.DayFact;
import dev.parlance.summary.fact.DayKey;
import dev.parlance.summary.fact.DaySlot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// All learners' days in each module (table `module_learner_day`). Each change marks its module day as dirty in the
/// same statement: one round trip for both ([DirtyModules]).
@ApplicationScoped
public class ModuleLearnerDays {
    private static final String UPSERT = """
            with upserted as (
                insert into module_learner_day as known (
                    tenant, module, date, learner_id, turns, conversations, learner_words, new_words, speaking_ms,
                    by_channel)
                select * from unnest(
                    :tenant, :module, cast(:date as date[]), :learner, :turns, :conversations, :learnerWords, :newWords,
                    :speakingMs, cast(:byChannel as jsonb[]))
                on conflict (tenant, module, date, learner_id) do update set
                    turns = excluded.turns, conversations = excluded.conversations,
                    learner_words = excluded.learner_words, new_words = excluded.new_words,
                    speaking_ms = excluded.speaking_ms, by_channel = excluded.by_channel
                where (known.turns, known.conversations, known.learner_words, known.new_words, known.speaking_ms,
                       known.by_channel)
                    is distinct from (excluded.turns, excluded.conversations, excluded.learner_words,
                       excluded.new_words, excluded.speaking_ms, excluded.by_channel)
                returning known.tenant, known.module, known.date
            )
            insert into module_mark (tenant, module, date) select distinct tenant, module, date from upserted
            """;

    private static final String DELETE = """
            with deleted as (
                delete from module_learner_day as known
                using unnest(:tenant, :module, cast(:date as date[]), :learner) as t (tenant, module, date, learner_id)
                where known.tenant = t.tenant and known.module = t.module and known.date = t.date
                  and known.learner_id = t.learner_id
                returning known.tenant, known.module, known.date
            )
            insert into module_mark (tenant, module, date) select distinct tenant, module, date from deleted
            """;

    private final Jdbi jdbi;

    ModuleLearnerDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Computes these slots from the facts and marks the module days that change. The caller's transaction holds the
    /// locks of the slots' learners.
    ///
    /// @param slots each once, in order
    /// @param facts all facts of the slots' days
    public void refresh(Collection<DaySlot> slots, Map<DayKey, List<DayFact>> facts) {
        List<ModuleLearnerDay> days = slots.stream()
                .map(slot -> ModuleLearnerDay.of(slot, facts.getOrDefault(slot.day(), List.of())))
                .toList();
        upsert(days.stream().filter(day -> !day.isEmpty()).toList());
        delete(days.stream().filter(ModuleLearnerDay::isEmpty).toList());
    }

    /// The slots that the facts of these days name, and those of every module of the date, which the days may have had
    /// before.
    ///
    /// @param days of one tenant and date
    public Set<DaySlot> findSlots(List<DayKey> days, Map<DayKey, List<DayFact>> facts) {
        Set<DaySlot> slots = new TreeSet<>();
        for (DayKey day : days) {
            facts.getOrDefault(day, List.of()).forEach(fact -> slots.add(new DaySlot(day, fact.module())));
        }
        if (!days.isEmpty()) {
            for (String module :
                    findModulesOn(days.getFirst().tenant(), days.getFirst().date())) {
                days.forEach(day -> slots.add(new DaySlot(day, module)));
            }
        }
        return slots;
    }

    private List<String> findModulesOn(String tenant, LocalDate date) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select module from module_day where tenant = :tenant and date = :date")
                        .bind("tenant", tenant)
                        .bind("date", date)
                        .mapTo(String.class)
                        .list());
    }

    private void upsert(List<ModuleLearnerDay> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> bind(handle.createUpdate(UPSERT), days)
                .bind("turns", SqlArrays.of(days, ModuleLearnerDay::turns, Integer[]::new))
                .bind("conversations", SqlArrays.of(days, ModuleLearnerDay::conversations, Integer[]::new))
                .bind("learnerWords", SqlArrays.of(days, ModuleLearnerDay::learnerWords, Integer[]::new))
                .bind("newWords", SqlArrays.of(days, ModuleLearnerDay::newWords, Integer[]::new))
                .bind("speakingMs", SqlArrays.of(days, ModuleLearnerDay::speakingMs, Long[]::new))
                .bind("byChannel", SqlArrays.of(days, day -> day.byChannel().toJson(), String[]::new))
                .execute());
    }

    private void delete(List<ModuleLearnerDay> days) {
        if (!days.isEmpty()) {
            jdbi.useHandle(handle -> bind(handle.createUpdate(DELETE), days).execute());
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<ModuleLearnerDay> days) {
        return statement
                .bind("tenant", SqlArrays.of(days, day -> day.slot().day().tenant(), String[]::new))
                .bind("module", SqlArrays.of(days, day -> day.slot().module(), String[]::new))
                .bind("date", SqlArrays.of(days, day -> day.slot().day().date().toString(), String[]::new))
                .bind("learner", SqlArrays.of(days, day -> day.slot().day().learnerId(), String[]::new));
    }
}
