package dev.parlance.summary.module;

import dev.parlance.kit.outbox.Column;
import dev.parlance.summary.day.DayFact;
import dev.parlance.summary.day.DayKey;
import dev.parlance.summary.day.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/// All learners' days in each module, and the marks on the module days that have to be summed again because of them.
@ApplicationScoped
public class ModuleLearnerDays {
    private static final String PUT = """
            with put as (
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
            insert into module_mark (tenant, module, date) select distinct tenant, module, date from put
            """;

    private static final String DELETE = """
            with gone as (
                delete from module_learner_day as known
                using unnest(:tenant, :module, cast(:date as date[]), :learner) as t (tenant, module, date, learner_id)
                where known.tenant = t.tenant and known.module = t.module and known.date = t.date
                  and known.learner_id = t.learner_id
                returning known.tenant, known.module, known.date
            )
            insert into module_mark (tenant, module, date) select distinct tenant, module, date from gone
            """;

    private final Jdbi jdbi;

    ModuleLearnerDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Brings these places into line with the facts and marks the module days that this changes. The caller's
    /// transaction holds the locks of the places' learners.
    ///
    /// @param places each once, in order
    /// @param facts  all that the places' days have
    public void refresh(Collection<Place> places, Map<DayKey, List<DayFact>> facts) {
        List<ModuleLearnerDay> days = places.stream()
                .map(place -> ModuleLearnerDay.of(place, facts.getOrDefault(place.day(), List.of())))
                .toList();
        put(days.stream().filter(day -> !day.isEmpty()).toList());
        delete(days.stream().filter(ModuleLearnerDay::isEmpty).toList());
    }

    /// All places that these days have by their facts, and all that they may have had.
    ///
    /// @param days of one tenant and date
    public Set<Place> places(List<DayKey> days, Map<DayKey, List<DayFact>> facts) {
        Set<Place> places = new TreeSet<>();
        for (DayKey day : days) {
            facts.getOrDefault(day, List.of()).forEach(fact -> places.add(new Place(day, fact.module())));
        }
        if (!days.isEmpty()) {
            for (String module :
                    modulesOn(days.getFirst().tenant(), days.getFirst().date())) {
                days.forEach(day -> places.add(new Place(day, module)));
            }
        }
        return places;
    }

    /// Marks every module day of a date.
    public void markAll(String tenant, LocalDate date) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into module_mark (tenant, module, date)
                        select tenant, module, date from module_day where tenant = :tenant and date = :date
                        """)
                .bind("tenant", tenant)
                .bind("date", date)
                .execute());
    }

    private List<String> modulesOn(String tenant, LocalDate date) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select module from module_day where tenant = :tenant and date = :date")
                        .bind("tenant", tenant)
                        .bind("date", date)
                        .mapTo(String.class)
                        .list());
    }

    private void put(List<ModuleLearnerDay> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> bind(handle.createUpdate(PUT), days)
                .bind("turns", Column.of(days, ModuleLearnerDay::turns, Integer[]::new))
                .bind("conversations", Column.of(days, ModuleLearnerDay::conversations, Integer[]::new))
                .bind("learnerWords", Column.of(days, ModuleLearnerDay::learnerWords, Integer[]::new))
                .bind("newWords", Column.of(days, ModuleLearnerDay::newWords, Integer[]::new))
                .bind("speakingMs", Column.of(days, ModuleLearnerDay::speakingMs, Long[]::new))
                .bind("byChannel", Column.of(days, day -> day.byChannel().json(), String[]::new))
                .execute());
    }

    private void delete(List<ModuleLearnerDay> days) {
        if (!days.isEmpty()) {
            jdbi.useHandle(handle -> bind(handle.createUpdate(DELETE), days).execute());
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<ModuleLearnerDay> days) {
        return statement
                .bind("tenant", Column.of(days, day -> day.place().day().tenant(), String[]::new))
                .bind("module", Column.of(days, day -> day.place().module(), String[]::new))
                .bind("date", Column.of(days, day -> day.place().day().date().toString(), String[]::new))
                .bind("learner", Column.of(days, day -> day.place().day().learnerId(), String[]::new));
    }
}
