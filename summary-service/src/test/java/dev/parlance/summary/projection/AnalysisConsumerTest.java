package dev.parlance.summary.projection;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.parlance.contract.json.EventCodec;
import dev.parlance.kit.testing.TestPlatform;
import dev.parlance.summary.SummaryFixture;
import dev.parlance.summary.SummaryTopics;
import dev.parlance.summary.TurnAnalyzedBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class AnalysisConsumerTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final String ANALYZED = "parlance.turn-analyzed.v1";

    @Inject
    SummaryFixture days;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void analysedTurnsAreCounted() {
        // When
        new SummaryTopics(broker)
                .publish(List.of(
                        TurnAnalyzedBuilder.by("ines")
                                .in("ines", 1)
                                .saying("hola")
                                .build(),
                        TurnAnalyzedBuilder.by("ines")
                                .in("ines", 2)
                                .saying("sol")
                                .build()));
        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(days.onlyDayOf("ines").turns()).isEqualTo(2));
    }

    @Test
    void anUnreadableRecordIsQuarantinedAndItsNeighboursAreCounted() {
        // Given
        var good =
                EventCodec.encode(TurnAnalyzedBuilder.by("milo").in("milo", 1).build(), "analysis-service");
        var alsoGood =
                EventCodec.encode(TurnAnalyzedBuilder.by("milo").in("milo", 2).build(), "analysis-service");
        String key = good.key();
        // When
        new SummaryTopics(broker)
                .publish(List.of(
                        SummaryTopics.record(good),
                        SummaryTopics.raw(key, ANALYZED, "{\"tenant\": \"default\", \"learnerId\": \"milo\"}"),
                        SummaryTopics.raw(key, ANALYZED, "not JSON"),
                        SummaryTopics.raw(key, "parlance.turn-forgotten.v9", "{}"),
                        SummaryTopics.record(alsoGood)));
        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(days.onlyDayOf("milo").turns()).isEqualTo(2));
        given().get("/v1/admin/quarantine?status=waiting")
                .then()
                .body("items.findAll { it.key == 'default/milo' }", hasSize(2))
                .body("items.findAll { it.key == 'default/milo' }.ceType.unique()", is(List.of(ANALYZED)));
    }

    @Test
    void aFactThatExceedsItsColumnIsQuarantinedAndItsNeighboursAreCounted() {
        // Given
        var good =
                EventCodec.encode(TurnAnalyzedBuilder.by("olga").in("olga", 1).build(), "analysis-service");
        String impossible = new String(good.value(), UTF_8)
                .replace("\"localDate\":\"2026-11-20\"", "\"localDate\":\"+9999999-01-01\"");
        // When
        new SummaryTopics(broker)
                .publish(List.of(SummaryTopics.raw(good.key(), ANALYZED, impossible), SummaryTopics.record(good)));
        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(days.onlyDayOf("olga").turns()).isEqualTo(1));
        await().atMost(TIMEOUT).untilAsserted(() -> given().get("/v1/admin/quarantine?status=waiting")
                .then()
                .body("items.findAll { it.key == 'default/olga' }", hasSize(1)));
    }

    @Test
    void aDerivedReadSaysHowFreshItIs() {
        // Given
        Instant asked = Instant.now();
        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> {
            String asOf = given().get("/v1/days/2026-11-20")
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("Parlance-Fresh-As-Of");
            assertThat(asOf).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(Instant.parse(asOf)).isAfterOrEqualTo(asked);
        });
    }
}
