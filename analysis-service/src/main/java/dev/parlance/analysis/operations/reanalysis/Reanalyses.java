package dev.parlance.analysis.operations.reanalysis;

import static dev.parlance.kit.job.Jobs.instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.analysis.operations.reanalysis.ReanalyzeTurns.Outcome;
import dev.parlance.analysis.operations.reanalysis.ReanalyzeTurns.Period;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.json.WireJson;
import dev.parlance.kit.job.JobConfig;
import dev.parlance.kit.job.JobStatus;
import dev.parlance.kit.job.Jobs;
import dev.parlance.kit.job.TooManyJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// All reanalysis jobs: the table `reanalysis`.
@ApplicationScoped
class Reanalyses {
    private static final JsonMapper JSON = WireJson.mapper();
    private static final TypeReference<LinkedHashMap<String, Integer>> WORDS = new TypeReference<>() {};
    private static final int MAX_WORD_CHANGES = 200;

    private final Jdbi jdbi;
    private final Jobs<Reanalysis> jobs;

    Reanalyses(Jdbi jdbi, Clock clock, JobConfig config) {
        this.jdbi = jdbi;
        this.jobs = new Jobs<>(jdbi, clock, "reanalysis", "reanalysis", config, (row, _) -> reanalysis(row));
    }

    /// Creates one. One of the same turns that has not ended is returned as it is.
    ///
    /// @param learnerId null for every learner
    /// @throws TooManyJobs if too many have not ended
    @Transactional
    Reanalysis create(String tenant, String learnerId, Period period, boolean dryRun) {
        Map<String, Object> task = new HashMap<>();
        task.put("tenant", tenant);
        task.put("learner_id", learnerId);
        task.put("from_at", period.from());
        task.put("to_at", period.to());
        task.put("dry_run", dryRun);
        return jobs.order(task);
    }

    /// What they have in common with jobs of other kinds.
    Jobs<Reanalysis> jobs() {
        return jobs;
    }

    void updateTotal(UUID id, long total) {
        jdbi.useHandle(handle -> handle.createUpdate("update reanalysis set total = :total where id = :id")
                .bind("total", total)
                .bind("id", id)
                .execute());
    }

    /// Adds the outcome of some of a learner's turns.
    ///
    /// @param done the learner, if these were the last; else null
    void addProgress(UUID id, Outcome outcome, Learner done) {
        Map<String, Integer> before = jobs.get(id).words();
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

    private static Map<String, Integer> mostFrequent(Map<String, Integer> before, Map<String, Integer> more) {
        Map<String, Integer> all = new LinkedHashMap<>(before);
        more.forEach((change, uses) -> all.merge(change, uses, Integer::sum));
        Map<String, Integer> most = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_WORD_CHANGES)
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
                JobStatus.of(row.getString("status")),
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
}
