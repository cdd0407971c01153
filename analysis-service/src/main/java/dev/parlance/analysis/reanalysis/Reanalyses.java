package dev.parlance.analysis.reanalysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.analysis.reanalysis.Reanalysis.Status;
import dev.parlance.analysis.turn.ReanalyzeTurns.Outcome;
import dev.parlance.analysis.turn.ReanalyzeTurns.Period;
import dev.parlance.contract.Learner;
import dev.parlance.contract.WireJson;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.problem.NotFound;
import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// All orders to analyse turns again.
@ApplicationScoped
class Reanalyses {
    private static final JsonMapper JSON = WireJson.mapper();
    private static final TypeReference<LinkedHashMap<String, Integer>> WORDS = new TypeReference<>() {};
    private static final int MOST_WORDS = 200;

    private final Jdbi jdbi;
    private final Clock clock;

    Reanalyses(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /// @param learnerId null for every learner
    Reanalysis order(String tenant, String learnerId, Period period, boolean dryRun) {
        UUID id = NewId.random();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into reanalysis (id, tenant, learner_id, from_at, to_at, dry_run, started_at)
                        values (:id, :tenant, :learner, :from, :to, :dryRun, :now)
                        """)
                .bind("id", id)
                .bind("tenant", tenant)
                .bind("learner", learnerId)
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("dryRun", dryRun)
                .bind("now", clock.instant())
                .execute());
        return get(id);
    }

    /// @throws NotFound if there is none
    Reanalysis get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from reanalysis where id = :id")
                .bind("id", id)
                .map((row, _) -> reanalysis(row))
                .findOne()
                .orElseThrow(() -> new NotFound("No reanalysis has this id")));
    }

    /// Newest first.
    List<Reanalysis> list(PageRequest page) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from reanalysis
                        where cast(:afterTime as timestamptz) is null
                              or (started_at, id) < (cast(:afterTime as timestamptz), cast(:afterId as uuid))
                        order by started_at desc, id desc
                        limit :rows
                        """)
                .bind("afterTime", page.isFirst() ? null : page.after().get(0))
                .bind("afterId", page.isFirst() ? null : page.after().get(1))
                .bind("rows", page.rows())
                .map((row, _) -> reanalysis(row))
                .list());
    }

    Optional<Reanalysis> oldestRunning() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select * from reanalysis where status = 'running' order by started_at, id limit 1
                        """).map((row, _) -> reanalysis(row)).findOne());
    }

    void counted(UUID id, long total) {
        jdbi.useHandle(handle -> handle.createUpdate("update reanalysis set total = :total where id = :id")
                .bind("total", total)
                .bind("id", id)
                .execute());
    }

    /// Adds what came of some of a learner's turns.
    ///
    /// @param done the learner, where nothing is left of them; else null
    void advance(UUID id, Outcome outcome, Learner done) {
        Map<String, Integer> before = get(id).words();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update reanalysis
                        set turns = turns + :turns, changed = changed + :changed, words = cast(:words as json),
                            done_tenant = coalesce(:tenant, done_tenant),
                            done_learner = coalesce(:learner, done_learner)
                        where id = :id and status = 'running'
                        """)
                .bind("turns", outcome.turns())
                .bind("changed", outcome.changed())
                .bind("words", write(mostFrequent(before, outcome.words())))
                .bind("tenant", done == null ? null : done.tenant())
                .bind("learner", done == null ? null : done.id())
                .bind("id", id)
                .execute());
    }

    /// Ends one that runs; one that has ended stays as it is.
    void end(UUID id, Status status, String error) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update reanalysis set status = :status, completed_at = :now, error = :error
                        where id = :id and status = 'running'
                        """)
                .bind("status", status.name().toLowerCase(Locale.ROOT))
                .bind("now", clock.instant())
                .bind("error", error)
                .bind("id", id)
                .execute());
    }

    private static Map<String, Integer> mostFrequent(Map<String, Integer> before, Map<String, Integer> more) {
        Map<String, Integer> all = new LinkedHashMap<>(before);
        more.forEach((change, uses) -> all.merge(change, uses, Integer::sum));
        Map<String, Integer> most = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        return most;
    }

    private static String write(Map<String, Integer> words) {
        try {
            return JSON.writeValueAsString(words);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and numbers are always writable", impossible);
        }
    }

    private static Map<String, Integer> words(String json) {
        try {
            return JSON.readValue(json, WORDS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written can be read", impossible);
        }
    }

    private static Reanalysis reanalysis(ResultSet row) throws SQLException {
        return new Reanalysis(
                row.getObject("id", UUID.class),
                row.getString("tenant"),
                row.getString("learner_id"),
                new Period(instant(row, "from_at"), instant(row, "to_at")),
                row.getBoolean("dry_run"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("done_tenant"),
                row.getString("done_learner"),
                row.getLong("turns"),
                row.getLong("changed"),
                row.getObject("total", Long.class),
                words(row.getString("words")),
                instant(row, "started_at"),
                instant(row, "completed_at"),
                row.getString("error"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
