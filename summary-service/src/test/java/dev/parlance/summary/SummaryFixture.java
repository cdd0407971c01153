package dev.parlance.summary;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.event.SummaryEvent.DailySummary;
import dev.parlance.contract.json.WireJson;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/// Reads and corrupts what the service has stored: days over HTTP, tables by SQL.
@ApplicationScoped
public class SummaryFixture {
    private static final ObjectMapper JSON = WireJson.mapper();

    private final Jdbi jdbi;

    SummaryFixture(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The only day of a learner.
    public DailySummary onlyDayOf(String learner) {
        List<DailySummary> days = daysOf(learner);
        if (days.size() != 1) {
            throw new AssertionError("expected one day of " + learner + ", found " + days.size());
        }
        return days.getFirst();
    }

    /// The first days of a learner, over HTTP.
    public List<DailySummary> daysOf(String learner) {
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
            throw new AssertionError("the days cannot be parsed", e);
        }
    }

    public int outboxSize() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox")
                .mapTo(Integer.class)
                .one());
    }

    public int recomputeRequestCount() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from recompute_request")
                .mapTo(Integer.class)
                .one());
    }

    /// When the only recompute request is tried again; null where there is none.
    public Instant recomputeDueAt(LocalDate date) {
        return jdbi.withHandle(handle -> handle.createQuery("select due_at from recompute_request where date = :date")
                .bind("date", date)
                .mapTo(Instant.class)
                .findOne()
                .orElse(null));
    }

    /// Another instance holds the lease: nobody recomputes until [#releaseRecomputes].
    public void holdRecomputes() {
        jdbi.useHandle(handle -> handle.execute("""
                insert into lease (name, holder, expires_at)
                values ('recompute', gen_random_uuid(), now() + interval '1 day')
                on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
                """));
    }

    public void releaseRecomputes() {
        jdbi.useHandle(handle -> handle.execute("delete from lease where name = 'recompute'"));
    }

    /// Makes a learner's facts unreadable, or readable again.
    public void setHighlightsOfFacts(String learner, String highlights) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update turn_fact set highlights = cast(:highlights as jsonb) where learner_id = :learner")
                .bind("highlights", highlights)
                .bind("learner", learner)
                .execute());
    }

    /// Sets the revision of a learner's days, as if the clock had been ahead when they were written.
    public void setRevision(String learner, long revision) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update learner_day set revision = :revision where learner_id = :learner")
                        .bind("revision", revision)
                        .bind("learner", learner)
                        .execute());
    }

    /// Makes the figures of a learner's days wrong, as an operator's mistake might.
    public void corruptFigures(String learner) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update learner_day set turns = turns + 100 where learner_id = :learner")
                        .bind("learner", learner)
                        .execute());
    }

    /// Deletes a learner's facts without the service's knowledge.
    public void deleteFacts(String learner) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from turn_fact where learner_id = :learner")
                .bind("learner", learner)
                .execute());
    }

    /// All rows of each tenant with this prefix, without the columns that may differ between two deliveries; by tenant
    /// without the prefix.
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
