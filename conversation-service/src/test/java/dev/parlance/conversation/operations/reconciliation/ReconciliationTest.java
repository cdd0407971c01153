package dev.parlance.conversation.operations.reconciliation;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.putTurn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.conversation.testing.AnalysisEvents;
import dev.parlance.conversation.testing.TopicReader;
import dev.parlance.conversation.testing.TopicReader.PublishedEvent;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// With an analysis that reads all events and skips those that the test chooses.
@QuarkusTest
@TestProfile(ReconciliationTest.ShortIntervals.class)
@QuarkusTestResource(TestPlatform.class)
class ReconciliationTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final String TURN_RECORDED = "parlance.turn-recorded.v1";
    private static final String TOPIC = "parlance.conversation-events";

    /// Checks turns after one second.
    public static final class ShortIntervals implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "parlance.reconciliation.reannounce-after", "1s", "parlance.reconciliation.check-interval", "1s");
        }
    }

    @Inject
    Jdbi jdbi;

    @Test
    void aTurnThatWasReadAndNotAnalysedIsReannouncedUntilItIsAnalysedAndTheDayAddsUp() {
        // Given
        String conversation = createConversation();
        String forgotten = id();
        String analysed = id();
        putTurn(conversation, forgotten, "{\"learnerText\": \"me gusta\"}")
                .then()
                .statusCode(201);
        putTurn(conversation, analysed, "{\"learnerText\": \"me gusta\"}")
                .then()
                .statusCode(201);
        AnalysisEvents.publish(conversation, analysed, 2, 1, "gustar", true);
        TopicReader.events(conversation, TURN_RECORDED, 2);
        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(unanalysed(forgotten)).isEqualTo(1);
            assertThat(unanalysed(analysed)).isZero(); // eventually: its analysis may have taken more than a second
        });
        // When
        advanceAnalysisOffsets();
        // Then
        List<PublishedEvent> events = TopicReader.events(conversation, TURN_RECORDED, 3);
        List<PublishedEvent> reannounced = events.stream()
                .filter(event -> event.headers().containsKey("ce_again"))
                .toList();
        assertThat(reannounced).isNotEmpty().allSatisfy(event -> assertThat(
                        event.value().get("turnId").asText())
                .isEqualTo(forgotten));
        assertThat(reannounced.getFirst().headers().get("ce_id"))
                .isEqualTo(events.stream()
                        .filter(event -> event.value().get("turnId").asText().equals(forgotten))
                        .findFirst()
                        .orElseThrow()
                        .headers()
                        .get("ce_id"));
        // When
        AnalysisEvents.publish(conversation, forgotten, 1, 1, "gustar", true);
        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(unanalysed(forgotten)).isZero();
            assertDaysAddUp();
        });
        assertThat(get("/q/metrics").asString()).contains("parlance_reconciliation_mismatch_turns 0.0");
    }

    @Test
    void aTranscriptThatWasNotAnalysedIsReannouncedUntilItIs() {
        // Given a turn that was analysed and counted before its transcript
        String conversation = createConversation();
        String turn = id();
        AnalysisEvents.publishForTranscript(conversation, turn, 1, 0, "nada");
        recordAnalysed(conversation, turn);
        await().atMost(TIMEOUT).untilAsserted(ReconciliationTest::assertDaysAddUp);
        long transcript = transcribe(conversation, turn);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(unanalysed(turn)).isEqualTo(1));
        // When
        advanceAnalysisOffsets();
        // Then
        assertThat(TopicReader.events(conversation, "parlance.turn-transcribed.v1", 2)
                        .getLast())
                .satisfies(reannounced -> assertThat(reannounced.headers()).containsEntry("ce_again", "true"))
                .satisfies(reannounced ->
                        assertThat(reannounced.value().get("revision").asLong()).isEqualTo(transcript));
        // When
        AnalysisEvents.publishForTranscript(conversation, turn, 2, transcript, "gustar");
        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(unanalysed(turn)).isZero();
            assertDaysAddUp();
        });
    }

    @Test
    void anAnalysisWithoutATranscriptRevisionCountsAsUpToDate() {
        // Given
        String conversation = createConversation();
        String turn = id();
        AnalysisEvents.publish(conversation, turn, 1, 1, "nada", true);
        recordAnalysed(conversation, turn);
        // When
        long transcript = transcribe(conversation, turn);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(transcriptWatermark()).isGreaterThan(transcript));
        // Then
        assertThat(unanalysed(turn)).isZero();
    }

    @Test
    void afterTenAnnouncementsATurnIsCountedAsAbandonedAndNotReannouncedUntilItIsAnalysed() {
        // Given a turn that was announced again nine times in vain
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, "{\"learnerText\": \"me gusta\"}").then().statusCode(201);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(unanalysed(turn)).isEqualTo(1));
        update("update unanalysed_turn set announced = 9 where turn_id = cast(:turn as uuid)", turn);
        // When
        advanceAnalysisOffsetsUntil(() -> assertThat(announcements(turn)).isEqualTo(10));
        update("update unanalysed_turn set next_at = '2026-01-01Z' where turn_id = cast(:turn as uuid)", turn);
        advanceAnalysisOffsetsUntil(() -> assertThat(nextCheck(turn)).isAfter(Instant.parse("2026-01-02T00:00:00Z")));
        // Then it was checked, and no more than that
        assertThat(announcements(turn)).isEqualTo(10);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(get("/q/metrics").asString())
                .contains("parlance_reconciliation_abandoned_turns 1.0"));
        // When
        AnalysisEvents.publish(conversation, turn, 1, 1, "gustar", true);
        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(unanalysed(turn)).isZero();
            assertThat(get("/q/metrics").asString()).contains("parlance_reconciliation_abandoned_turns 0.0");
        });
    }

    private void update(String statement, String turn) {
        jdbi.useHandle(
                handle -> handle.createUpdate(statement).bind("turn", turn).execute());
    }

    private int announcements(String turn) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select announced from unanalysed_turn where turn_id = cast(:turn as uuid)")
                .bind("turn", turn)
                .mapTo(Integer.class)
                .one());
    }

    private Instant nextCheck(String turn) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select next_at from unanalysed_turn where turn_id = cast(:turn as uuid)")
                        .bind("turn", turn)
                        .mapTo(Instant.class)
                        .one());
    }

    /// Records an audio turn whose analysis is known at once, so that it is never missing.
    private void recordAnalysed(String conversation, String turn) {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(jdbi.<Integer, RuntimeException>withHandle(handle ->
                        handle.createQuery("select count(*) from analyzed_turn where turn_id = cast(:turn as uuid)")
                                .bind("turn", turn)
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(1));
        putTurn(conversation, turn, "{\"audio\": [\"learner\"]}").then().statusCode(201);
    }

    private static long transcribe(String conversation, String turn) {
        return given().contentType("application/json")
                .body("{\"text\": \"me gusta\"}")
                .put("/v1/conversations/%s/turns/%s/transcript".formatted(conversation, turn))
                .jsonPath()
                .getLong("transcript.revision");
    }

    private static void assertDaysAddUp() {
        assertThat(sumOverDays("accepted")).isPositive();
        assertThat(sumOverDays("analysed")).isEqualTo(sumOverDays("accepted"));
        assertThat(sumOverDays("pending")).isZero();
    }

    /// The sum over all days, because midnight may pass during the test.
    private static int sumOverDays(String figure) {
        List<Integer> byDay = get("/v1/admin/pipeline").jsonPath().getList("reconciliation." + figure);
        return byDay.stream().mapToInt(Integer::intValue).sum();
    }

    private long transcriptWatermark() {
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

    /// Moves the offsets of the analysis' group to the ends, now and later, until some turn is announced again.
    private void advanceAnalysisOffsets() {
        advanceAnalysisOffsetsUntil(() -> assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery("select coalesce(max(announced), 0) from unanalysed_turn")
                                .mapTo(Integer.class)
                                .one()))
                .isPositive());
    }

    private static void advanceAnalysisOffsetsUntil(ThrowingRunnable reached) {
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            await().atMost(TIMEOUT).untilAsserted(() -> {
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
                reached.run();
            });
        }
    }
}
