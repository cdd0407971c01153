package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.ParlanceApi;
import dev.parlance.platform.client.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Databases and topics of an earlier commit work with this one: rows are read, records are applied, and a turn that
/// was analysed then is published again from its row.
class UpgradeIT {
    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(240);
    private static final Set<String> MADE_ANEW = Set.of("revision", "updatedAt");

    private final KeptInstallation kept = new KeptInstallation();

    /// In an installation of its own: a rebuild of another test would not give exactly the kept rows.
    @Test
    void whatAnEarlierVersionStoredAndPublishedIsStillGood() throws Exception {
        try (var parlance = new Installation()) {
            upgrade(parlance);
        }
    }

    private void upgrade(Installation parlance) throws Exception {
        // Given
        ParlanceApi api = parlance.api();
        for (Service service : Service.values()) {
            try (Connection owner = connectAsOwner(parlance, service)) {
                assertThat(migrations(owner)).containsAll(keptMigrations(service));
            }
        }
        copyTables(parlance, Service.CONVERSATION, "conversation", "turn", "analyzed_turn", "idempotent_answer");
        copyTables(parlance, Service.ANALYSIS, "analyzed_turn", "vocabulary");
        // When: summary-service has only the topic
        assertThat(kept.publish(parlance.kafka(), "analysis-events")).isGreaterThan(200);
        assertThat(kept.publish(parlance.kafka(), "conversation-events")).isGreaterThan(200);
        // Then
        await().atMost(SETTLE_TIMEOUT)
                .untilAsserted(() -> assertThat(items(api.get(api.summaryUrl() + "/v1/learners/demo-hana/days")))
                        .isEqualTo(items(kept.answer("days"))));
        assertSameAnswers(api);
        // When: an earlier use of a word moves its first use, and the turn that had it is published from its row
        JsonNode before = kept.answer("analysis");
        assertThat(isNew(before, "赤い")).isTrue();
        recordEarlierTurn(api);
        // Then
        String turn = before.get("turnId").asText();
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> assertThat(isNew(analysis(api, turn), "赤い"))
                .isFalse());
        JsonNode after = analysis(api, turn);
        assertThat(after.get("revision").asLong())
                .isGreaterThan(before.get("revision").asLong());
        assertThat(after.get("text")).isEqualTo(before.get("text"));
        assertThat(after.get("words")).hasSameSizeAs(before.get("words"));
        assertThat(after.get("jobs").findValues("result"))
                .isEqualTo(before.get("jobs").findValues("result"));
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> assertThat(newWords(api, "2026-11-09"))
                .isEqualTo(items(kept.answer("days")).getFirst().get("newWords").asInt() - 1));
    }

    private void assertSameAnswers(ParlanceApi api) {
        String conversation = kept.answer("analysis").get("conversationId").asText();
        assertThat(api.get(api.conversationUrl() + "/v1/conversations/" + conversation + "/context?turns=5")
                        .requireStatus(200)
                        .json())
                .isEqualTo(kept.answer("context"));
        assertThat(items(api.get(api.conversationUrl() + "/v1/conversations/" + conversation + "/turns")))
                .isEqualTo(items(kept.answer("turns")));
        assertThat(analysis(api, kept.answer("analysis").get("turnId").asText()))
                .isEqualTo(kept.answer("analysis"));
        JsonNode vocabulary = kept.answer("vocabulary");
        assertThat(api.get(api.analysisUrl() + "/v1/learners/demo-hana/vocabulary?limit=20")
                        .requireStatus(200)
                        .json())
                .isEqualTo(vocabulary);
        // a cursor that was given out before
        api.get(api.analysisUrl() + "/v1/learners/demo-hana/vocabulary?limit=20&cursor="
                        + vocabulary.get("nextCursor").asText())
                .requireStatus(200);
        assertThat(api.get(api.analysisUrl() + "/v1/learners/demo-hana/vocabulary/growth")
                        .requireStatus(200)
                        .json())
                .isEqualTo(kept.answer("growth"));
        assertThat(items(api.get(api.analysisUrl() + "/v1/highlights?learnerId=demo-oliver&limit=10")))
                .isEqualTo(items(kept.answer("highlights")));
    }

    private static JsonNode analysis(ParlanceApi api, String turn) {
        return api.get(api.analysisUrl() + "/v1/turns/" + turn + "/analysis")
                .requireStatus(200)
                .json();
    }

    private static void recordEarlierTurn(ParlanceApi api) {
        String conversation = "/v1/conversations/6f2c1a52-6c0e-4a53-9a52-0c4a1f7c2b11";
        api.put(conversation, """
                {"learnerId": "demo-hana", "channel": "app", "language": "ja", "timeZone": "Asia/Tokyo",
                 "startedAt": "2026-11-08T08:00:00Z"}""").requireStatus(201);
        api.put(conversation + "/turns/0b1e6a0e-55a4-4c05-8f3b-7d1f4be1a001", """
                {"learnerText": "あかい", "occurredAt": "2026-11-08T08:00:05Z"}""")
                .requireStatus(201);
    }

    private static int newWords(ParlanceApi api, String date) {
        return items(api.get(api.summaryUrl() + "/v1/learners/demo-hana/days?from=%s&to=%s".formatted(date, date)))
                .getFirst()
                .get("newWords")
                .asInt();
    }

    private static boolean isNew(JsonNode analysis, String lemma) {
        return StreamSupport.stream(analysis.get("words").spliterator(), false)
                .filter(word -> word.get("lemma").asText().equals(lemma))
                .anyMatch(word -> word.get("new").asBoolean());
    }

    private static List<JsonNode> items(HttpResult response) {
        return items(response.requireStatus(200).json());
    }

    private static List<JsonNode> items(JsonNode page) {
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode item : page.get("items")) {
            items.add(((ObjectNode) item.deepCopy()).remove(MADE_ANEW));
        }
        return items;
    }

    private void copyTables(Installation parlance, Service service, String... tables) throws SQLException, IOException {
        try (Connection owner = connectAsOwner(parlance, service)) {
            for (String table : tables) {
                kept.copyInto(owner, service.schema() + "." + table);
            }
        }
    }

    /// `version,checksum` of each migration, in the order in which they ran.
    private List<String> keptMigrations(Service service) {
        List<String> lines = kept.table(service.schema() + ".flyway_schema_history");
        List<String> header = List.of(lines.getFirst().split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(row -> row[header.indexOf("version")] + "," + row[header.indexOf("checksum")])
                .toList();
    }

    private static List<String> migrations(Connection owner) throws SQLException {
        List<String> migrations = new ArrayList<>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select version, checksum from flyway_schema_history order by installed_rank")) {
            while (rows.next()) {
                migrations.add(rows.getString(1) + "," + rows.getString(2));
            }
        }
        return migrations;
    }

    private static Connection connectAsOwner(Installation parlance, Service service) throws SQLException {
        return parlance.sql(service.schema() + "_owner").connect();
    }
}
