package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.putTurn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import dev.parlance.conversation.Topics.Published;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Beside an analysis that reads everything and forgets what it is told to forget.
@QuarkusTest
@TestProfile(ReconciliationTest.Impatient.class)
@QuarkusTestResource(PlatformForTests.class)
class ReconciliationTest {
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final String TURN_RECORDED = "parlance.turn-recorded.v1";
    private static final String TOPIC = "parlance.conversation-events";

    /// Asks after a turn as soon as it is a second old.
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("conversation.unanalysed.after", "1s", "conversation.unanalysed.check", "1s");
        }
    }

    @Inject
    Jdbi jdbi;

    @Test
    void aTurnThatTheAnalysisHasReadAndForgottenIsAnnouncedAgainUntilItIsAnalysedAndTheDayAddsUp() {
        // Given
        String conversation = aConversation();
        String forgotten = id();
        String analysed = id();
        putTurn(conversation, forgotten, "{\"learnerText\": \"me gusta\"}")
                .then()
                .statusCode(201);
        putTurn(conversation, analysed, "{\"learnerText\": \"me gusta\"}")
                .then()
                .statusCode(201);
        Analyses.tell(conversation, analysed, 2, 1, "gustar", true);
        Topics.events(conversation, TURN_RECORDED, 2);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(unanalysed(forgotten)).isEqualTo(1);
            assertThat(unanalysed(analysed)).isZero(); // at last: its analysis may have come after a second
        });
        // When
        theAnalysisReadsOn();
        // Then
        List<Published> told = Topics.events(conversation, TURN_RECORDED, 3);
        List<Published> again = told.stream()
                .filter(event -> event.headers().containsKey("ce_again"))
                .toList();
        assertThat(again).isNotEmpty().allSatisfy(event -> assertThat(
                        event.value().get("turnId").asText())
                .isEqualTo(forgotten));
        assertThat(again.getFirst().headers().get("ce_id"))
                .isEqualTo(told.stream()
                        .filter(event -> event.value().get("turnId").asText().equals(forgotten))
                        .findFirst()
                        .orElseThrow()
                        .headers()
                        .get("ce_id"));
        // When
        Analyses.tell(conversation, forgotten, 1, 1, "gustar", true);
        // Then
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(unanalysed(forgotten)).isZero();
            theDaysAddUp();
        });
        assertThat(get("/q/metrics").asString()).contains("parlance_reconciliation_mismatch 0.0");
    }

    @Test
    void aTranscriptThatTheAnalysisHasForgottenIsAnnouncedAgainUntilTheAnalysisKnowsIt() {
        // Given a turn that was analysed, and counted, as it was recorded
        String conversation = aConversation();
        String turn = id();
        Analyses.tellHeard(conversation, turn, 1, 0, "nada");
        recordAnalysed(conversation, turn);
        await().atMost(SOON).untilAsserted(ReconciliationTest::theDaysAddUp);
        long transcript = transcribe(conversation, turn);
        await().atMost(SOON).untilAsserted(() -> assertThat(unanalysed(turn)).isEqualTo(1));
        // When
        theAnalysisReadsOn();
        // Then
        assertThat(Topics.events(conversation, "parlance.turn-transcribed.v1", 2)
                        .getLast())
                .satisfies(again -> assertThat(again.headers()).containsEntry("ce_again", "true"))
                .satisfies(again ->
                        assertThat(again.value().get("revision").asLong()).isEqualTo(transcript));
        // When
        Analyses.tellHeard(conversation, turn, 2, transcript, "gustar");
        // Then
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(unanalysed(turn)).isZero();
            theDaysAddUp();
        });
    }

    @Test
    void anAnalysisThatDoesNotSayWhichTranscriptItKnowsIsBelieved() {
        // Given
        String conversation = aConversation();
        String turn = id();
        Analyses.tell(conversation, turn, 1, 1, "nada", true);
        recordAnalysed(conversation, turn);
        // When
        long transcript = transcribe(conversation, turn);
        await().atMost(SOON).untilAsserted(() -> assertThat(comparedUntil()).isGreaterThan(transcript));
        // Then
        assertThat(unanalysed(turn)).isZero();
    }

    /// Records a turn of sound whose analysis is known here by then: it is never missed.
    private static void recordAnalysed(String conversation, String turn) {
        await().atMost(SOON).untilAsserted(() -> get("/v1/conversations/%s/context".formatted(conversation))
                .then()
                .body("vocabulary.uniqueWords", hasItem("nada")));
        putTurn(conversation, turn, "{\"audio\": [\"learner\"]}").then().statusCode(201);
    }

    private static long transcribe(String conversation, String turn) {
        return given().contentType("application/json")
                .body("{\"text\": \"me gusta\"}")
                .put("/v1/conversations/%s/turns/%s/transcript".formatted(conversation, turn))
                .jsonPath()
                .getLong("transcript.revision");
    }

    private static void theDaysAddUp() {
        assertThat(overAllDays("accepted")).isPositive();
        assertThat(overAllDays("analysed")).isEqualTo(overAllDays("accepted"));
        assertThat(overAllDays("pending")).isZero();
    }

    /// It may have become midnight meanwhile.
    private static int overAllDays(String figure) {
        List<Integer> byDay = get("/v1/admin/pipeline").jsonPath().getList("reconciliation." + figure);
        return byDay.stream().mapToInt(Integer::intValue).sum();
    }

    private long comparedUntil() {
        return jdbi.withHandle(handle -> handle.createQuery("select transcripts from reconciled_until")
                .mapTo(Long.class)
                .one());
    }

    private int unanalysed(String turn) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from unanalysed_turn where turn_id = cast(:turn as uuid)")
                        .bind("turn", turn)
                        .mapTo(Integer.class)
                        .one());
    }

    /// Moves the offsets of the analysis' group to the ends, now and later.
    private void theAnalysisReadsOn() {
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            await().atMost(SOON).untilAsserted(() -> {
                var latest = new HashMap<TopicPartition, OffsetSpec>();
                admin.describeTopics(List.of(TOPIC))
                        .allTopicNames()
                        .get()
                        .get(TOPIC)
                        .partitions()
                        .forEach(partition ->
                                latest.put(new TopicPartition(TOPIC, partition.partition()), OffsetSpec.latest()));
                var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
                admin.listOffsets(latest)
                        .all()
                        .get()
                        .forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end.offset())));
                admin.alterConsumerGroupOffsets("parlance.analysis-service", offsets)
                        .all()
                        .get();
                assertThat(jdbi.<Integer, RuntimeException>withHandle(
                                handle -> handle.createQuery("select coalesce(max(announced), 0) from unanalysed_turn")
                                        .mapTo(Integer.class)
                                        .one()))
                        .isPositive();
            });
        }
    }
}
