package dev.parlance.summary;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.SummaryEvent.DailySummary;
import dev.parlance.contract.WireJson;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/// What the service has stored: days as it answers them, and whole tables to compare.
@ApplicationScoped
public class StoredDays {
    private static final ObjectMapper JSON = WireJson.mapper();

    private final Jdbi jdbi;

    StoredDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The only day of a learner.
    public DailySummary one(String learner) {
        List<DailySummary> days = of(learner);
        if (days.size() != 1) {
            throw new AssertionError("expected one day of " + learner + ", found " + days.size());
        }
        return days.getFirst();
    }

    /// The first days of a learner, over HTTP.
    public List<DailySummary> of(String learner) {
        try {
            String answer = RestAssured.get("/v1/learners/{id}/days", learner)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            List<DailySummary> days = new ArrayList<>();
            for (var item : JSON.readTree(answer).get("items")) {
                days.add(JSON.treeToValue(item, DailySummary.class));
            }
            return days;
        } catch (IOException e) {
            throw new AssertionError("days that nobody can read", e);
        }
    }

    public int waitingInOutbox() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox")
                .mapTo(Integer.class)
                .one());
    }

    public int waitingRequests() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from recompute_request")
                .mapTo(Integer.class)
                .one());
    }

    /// Lets a learner's days look as if the clock had been far ahead when they were written.
    public void pretendRevision(String learner, long revision) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update learner_day set revision = :revision where learner_id = :learner")
                        .bind("revision", revision)
                        .bind("learner", learner)
                        .execute());
    }

    /// Spoils the figures of a learner's days, as a mistake of an operator might.
    public void spoil(String learner) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update learner_day set turns = turns + 100 where learner_id = :learner")
                        .bind("learner", learner)
                        .execute());
    }

    /// Loses what a learner's turns add to their days, behind everybody's back.
    public void loseFacts(String learner) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from turn_fact where learner_id = :learner")
                .bind("learner", learner)
                .execute());
    }

    /// All rows of each tenant with this prefix, without what may differ between two deliveries; by tenant without
    /// the prefix.
    public Map<String, List<String>> rows(String table, String prefix) {
        Map<String, List<String>> rows = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select tenant, to_jsonb(t) - 'tenant' - 'revision' - 'updated_at' - 'created_at' from " + table
                                + " t where starts_with(tenant, :prefix) order by 1, 2")
                .bind("prefix", prefix)
                .map((row, _) -> Map.entry(row.getString(1).substring(prefix.length()), row.getString(2)))
                .forEach(row -> rows.computeIfAbsent(row.getKey(), _ -> new ArrayList<>())
                        .add(row.getValue())));
        return rows;
    }
}
