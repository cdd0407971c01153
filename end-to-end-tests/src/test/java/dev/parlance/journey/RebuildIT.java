package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.platform.client.ParlanceApi;
import dev.parlance.platform.client.Service;
import dev.parlance.platform.client.SqlClient;
import dev.parlance.platform.host.Checkout;
import dev.parlance.platform.kafka.Topics;
import dev.parlance.platform.process.ManagedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The steps of docs/operations.md, Rebuild: tables that were emptied are filled again, to the last row.
@ExtendWith(InstallationExtension.class)
class RebuildIT {
    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(240);
    private static final Set<String> IGNORED_TABLES = Set.of(
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
        importTurns(parlance, "rebuilt");
        Map<String, List<String>> analysis = readTables(parlance, Service.ANALYSIS);
        Map<String, List<String>> summary = readTables(parlance, Service.SUMMARY);
        assertThat(analysis.get("analyzed_turn")).hasSizeGreaterThan(100);
        // When
        List<Service> all = List.of(Service.CONVERSATION, Service.ANALYSIS, Service.SUMMARY);
        all.forEach(service -> parlance.stop(parlance.first(service)));
        emptySchema(parlance, Service.ANALYSIS);
        emptySchema(parlance, Service.SUMMARY);
        recreateTopics(parlance);
        all.forEach(service -> parlance.first(service).launch());
        all.forEach(service -> parlance.first(service).awaitReady());
        republish(parlance.api(), parlance.api().conversationUrl());
        // Then
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> {
            assertThat(readTables(parlance, Service.ANALYSIS)).isEqualTo(analysis);
            assertThat(readTables(parlance, Service.SUMMARY)).isEqualTo(summary);
        });
    }

    @Test
    void theSummaryComesBackFromTheAnalysesAlone(Installation parlance) throws Exception {
        // Given
        importTurns(parlance, "summed");
        Map<String, List<String>> summary = readTables(parlance, Service.SUMMARY);
        // When
        parlance.stop(parlance.first(Service.SUMMARY));
        emptySchema(parlance, Service.SUMMARY);
        parlance.first(Service.SUMMARY).start();
        republish(parlance.api(), parlance.api().analysisUrl());
        // Then
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> assertThat(readTables(parlance, Service.SUMMARY))
                .isEqualTo(summary));
    }

    /// Turns of a few learners, until every one of them is counted and nothing of these or earlier ones is on its way.
    private static void importTurns(Installation parlance, String prefix) {
        ParlanceApi api = parlance.api();
        var transcripts = new SimulatedTranscripts(prefix, 11, 6, 4, 8);
        ManagedProcess done =
                parlance.startImport(transcripts.write(parlance.file(prefix + ".jsonl")), api.conversationUrl());
        done.waitUntilDone(SETTLE_TIMEOUT);
        assertThat(done.exitCode()).contains(0);
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> {
            assertThat(LearnerTotals.of(api, transcripts).turns()).isEqualTo(transcripts.totalTurns());
            assertThat(api.listAll(api.summaryUrl() + "/v1/modules/usage?module=" + prefix).stream()
                            .mapToInt(usage -> usage.get("turns").asInt())
                            .sum())
                    .isEqualTo(transcripts.totalTurns());
            assertThat(findPendingWork(parlance)).isEmpty();
        });
    }

    /// Rows that wait to be sent or computed, and turns that a stand-in has read until their language is loaded.
    private static List<String> findPendingWork(Installation parlance) {
        List<String> pending = new ArrayList<>();
        for (Service service : Service.values()) {
            SqlClient owner = connectAsOwner(parlance, service);
            pending.addAll(queryStrings(owner, "select 'outbox ' || id from outbox"));
            if (service == Service.ANALYSIS) {
                pending.addAll(queryStrings(owner, "select 'turn ' || turn_id from analyzed_turn where provisional"));
            }
            if (service == Service.SUMMARY) {
                pending.addAll(queryStrings(owner, "select 'module ' || id from module_mark"));
            }
        }
        return pending;
    }

    private static void republish(ParlanceApi api, String service) {
        JsonNode ordered = api.post(service + "/v1/admin/republish", "{}")
                .requireStatus(202)
                .json();
        String order = service + "/v1/admin/republish/" + ordered.get("id").asText();
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> assertThat(
                        api.get(order).requireStatus(200).json().get("status").asText())
                .isEqualTo("completed"));
    }

    private static void emptySchema(Installation parlance, Service service) throws IOException {
        Path script = Checkout.root().resolve("deploy/postgres/empty-schema.sql");
        connectAsOwner(parlance, service).execute(Files.readString(script));
    }

    private static void recreateTopics(Installation parlance) throws Exception {
        Topics topics = Topics.load();
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) parlance.kafka()))) {
            for (Service service : Service.values()) {
                await().atMost(SETTLE_TIMEOUT) // a member that had to be killed is missed after some seconds only
                        .ignoreException(ExecutionException.class)
                        .until(() -> deleteGroup(admin, service.consumerGroup()));
            }
            admin.deleteTopics(topics.names()).all().get();
            await().atMost(SETTLE_TIMEOUT)
                    .untilAsserted(() ->
                            assertThat(admin.listTopics().names().get()).doesNotContainAnyElementsOf(topics.names()));
        }
        topics.createMissing(parlance.kafka());
    }

    private static boolean deleteGroup(Admin admin, String group) throws ExecutionException, InterruptedException {
        var _ = admin.deleteConsumerGroups(List.of(group)).all().get();
        return true;
    }

    /// Every row of every table of facts, without the columns that contract.md leaves open.
    private static Map<String, List<String>> readTables(Installation parlance, Service service) {
        Map<String, List<String>> tables = new TreeMap<>();
        SqlClient owner = connectAsOwner(parlance, service);
        for (String table :
                queryStrings(owner, "select tablename from pg_tables where schemaname = current_schema()")) {
            if (!IGNORED_TABLES.contains(table)) {
                tables.put(
                        table,
                        queryStrings(
                                owner,
                                "select (to_jsonb(row) - array['revision', 'updated_at', 'created_at', 'completed_at', "
                                        + "'attempts'])::text as text from " + table + " as row order by text"));
            }
        }
        return tables;
    }

    private static List<String> queryStrings(SqlClient client, String query) {
        return client.query(query, row -> row.getString(1));
    }

    private static SqlClient connectAsOwner(Installation parlance, Service service) {
        return parlance.sql(service.schema() + "_owner");
    }
}
