package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.platform.ManagedProcess;
import dev.parlance.platform.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The steps of docs/operations.md, Rebuild: tables that were emptied are filled again, to the last row.
@ExtendWith(Shared.class)
class RebuildIT {
    private static final Duration SETTLED = Duration.ofSeconds(240);
    private static final Set<String> NOT_FACTS = Set.of(
            "flyway_schema_history",
            "outbox",
            "lease",
            "quarantine",
            "intake_progress",
            "republication",
            "recompute_request",
            "module_mark",
            "revision_floor");

    @Test
    void analysisAndSummaryComeBackFromTheConversationsAlone(Installation parlance) throws Exception {
        // Given
        imported(parlance, "rebuilt");
        Map<String, List<String>> analysis = tables(parlance, Service.ANALYSIS);
        Map<String, List<String>> summary = tables(parlance, Service.SUMMARY);
        assertThat(analysis.get("analyzed_turn")).hasSizeGreaterThan(100);
        // When
        List<Service> all = List.of(Service.CONVERSATION, Service.ANALYSIS, Service.SUMMARY);
        all.forEach(service -> parlance.first(service).stop());
        empty(parlance, Service.ANALYSIS);
        empty(parlance, Service.SUMMARY);
        recreateTopics(parlance);
        all.forEach(service -> parlance.first(service).start());
        all.forEach(service -> parlance.first(service).awaitReady());
        republish(parlance.api(), parlance.api().conversation());
        // Then
        await().atMost(SETTLED).untilAsserted(() -> {
            assertThat(tables(parlance, Service.ANALYSIS)).isEqualTo(analysis);
            assertThat(tables(parlance, Service.SUMMARY)).isEqualTo(summary);
        });
    }

    @Test
    void theSummaryComesBackFromTheAnalysesAlone(Installation parlance) throws Exception {
        // Given
        imported(parlance, "summed");
        Map<String, List<String>> summary = tables(parlance, Service.SUMMARY);
        // When
        parlance.first(Service.SUMMARY).stop();
        empty(parlance, Service.SUMMARY);
        parlance.first(Service.SUMMARY).start();
        parlance.first(Service.SUMMARY).awaitReady();
        republish(parlance.api(), parlance.api().analysis());
        // Then
        await().atMost(SETTLED).untilAsserted(() -> assertThat(tables(parlance, Service.SUMMARY))
                .isEqualTo(summary));
    }

    /// Turns of a few learners, until every one of them is counted and nothing of these or earlier ones is on its way.
    private static void imported(Installation parlance, String prefix) {
        Api api = parlance.api();
        var transcripts = new Transcripts(prefix, 11, 6, 4, 8);
        ManagedProcess done =
                parlance.importing(transcripts.write(parlance.file(prefix + ".jsonl")), api.conversation());
        done.waitUntilDone(SETTLED);
        assertThat(done.exitCode()).contains(0);
        await().atMost(SETTLED).untilAsserted(() -> {
            assertThat(Totals.of(api, transcripts).turns()).isEqualTo(transcripts.allTurns());
            assertThat(api.all(api.summary() + "/v1/modules/usage?module=" + prefix).stream()
                            .mapToInt(usage -> usage.get("turns").asInt())
                            .sum())
                    .isEqualTo(transcripts.allTurns());
            assertThat(onItsWay(parlance)).isEmpty();
        });
    }

    /// Rows that wait to be sent or computed, and turns that a stand-in has read until their language is loaded.
    private static List<String> onItsWay(Installation parlance) throws SQLException {
        List<String> waiting = new ArrayList<>();
        for (Service service : Service.values()) {
            try (Connection owner = connected(parlance, service)) {
                waiting.addAll(rows(owner, "select 'outbox ' || id from outbox"));
                if (service == Service.ANALYSIS) {
                    waiting.addAll(rows(owner, "select 'turn ' || turn_id from analyzed_turn where provisional"));
                }
                if (service == Service.SUMMARY) {
                    waiting.addAll(rows(owner, "select 'module ' || id from module_mark"));
                }
            }
        }
        return waiting;
    }

    private static void republish(Api api, String service) {
        JsonNode ordered =
                api.post(service + "/v1/admin/republish", "{}").is(202).body();
        String order = service + "/v1/admin/republish/" + ordered.get("id").asText();
        await().atMost(SETTLED).untilAsserted(() -> assertThat(
                        api.get(order).is(200).body().get("status").asText())
                .isEqualTo("completed"));
    }

    private static void empty(Installation parlance, Service service) throws SQLException, IOException {
        Path script = Path.of(System.getProperty("parlance.home", ".."), "deploy/postgres/empty-schema.sql");
        try (Connection owner = connected(parlance, service);
                Statement statement = owner.createStatement()) {
            statement.execute(Files.readString(script));
        }
    }

    private static void recreateTopics(Installation parlance) throws Exception {
        Topics topics = Topics.load();
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) parlance.kafka()))) {
            for (Service service : Service.values()) {
                await().atMost(SETTLED) // a member that had to be killed is missed after some seconds only
                        .ignoreException(ExecutionException.class)
                        .until(() -> isDeleted(admin, "parlance." + service.module()));
            }
            admin.deleteTopics(topics.names()).all().get();
            await().atMost(SETTLED)
                    .untilAsserted(() ->
                            assertThat(admin.listTopics().names().get()).doesNotContainAnyElementsOf(topics.names()));
        }
        topics.createMissing(parlance.kafka());
    }

    private static boolean isDeleted(Admin admin, String group) throws ExecutionException, InterruptedException {
        var _ = admin.deleteConsumerGroups(List.of(group)).all().get();
        return true;
    }

    /// Every row of every table of facts, without the columns that contract.md leaves open.
    private static Map<String, List<String>> tables(Installation parlance, Service service) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection owner = connected(parlance, service)) {
            for (String table : rows(owner, "select tablename from pg_tables where schemaname = current_schema()")) {
                if (!NOT_FACTS.contains(table)) {
                    tables.put(
                            table,
                            rows(
                                    owner,
                                    "select (to_jsonb(row) - array['revision', 'updated_at', 'created_at', 'completed_at', "
                                            + "'attempts'])::text as text from " + table + " as row order by text"));
                }
            }
        }
        return tables;
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private static Connection connected(Installation parlance, Service service) throws SQLException {
        String owner = service.name().toLowerCase(Locale.ROOT) + "_owner";
        return DriverManager.getConnection(parlance.database(), owner, owner);
    }
}
