package dev.parlance.summary.fact;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.parlance.contract.EventCodec;
import dev.parlance.kit.testing.PlatformForTests;
import dev.parlance.summary.ATurn;
import dev.parlance.summary.StoredDays;
import dev.parlance.summary.SummaryTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class AnalysisConsumerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String ANALYZED = "parlance.turn-analyzed.v1";

    @Inject
    StoredDays days;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void whatTheAnalysisPublishesIsCounted() {
        // When
        new SummaryTopics(broker)
                .publish(List.of(
                        ATurn.by("ines").in("ines", 1).saying("hola").build(),
                        ATurn.by("ines").in("ines", 2).saying("sol").build()));
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(days.one("ines").turns()).isEqualTo(2));
    }

    @Test
    void whatNobodyCanReadIsSetAsideAndItsNeighboursAreCounted() {
        // Given
        var good = EventCodec.encode(ATurn.by("milo").in("milo", 1).build(), "analysis-service");
        var alsoGood = EventCodec.encode(ATurn.by("milo").in("milo", 2).build(), "analysis-service");
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
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(days.one("milo").turns()).isEqualTo(2));
        given().get("/v1/admin/quarantine?status=waiting")
                .then()
                .body("items.findAll { it.key == 'default/milo' }", hasSize(2))
                .body("items.findAll { it.key == 'default/milo' }.ceType.unique()", is(List.of(ANALYZED)));
    }

    @Test
    void aFactThatNoColumnTakesIsSetAsideAndItsNeighboursAreCounted() {
        // Given
        var good = EventCodec.encode(ATurn.by("olga").in("olga", 1).build(), "analysis-service");
        String impossible = new String(good.value(), UTF_8)
                .replace("\"localDate\":\"2026-11-20\"", "\"localDate\":\"+9999999-01-01\"");
        // When
        new SummaryTopics(broker)
                .publish(List.of(SummaryTopics.raw(good.key(), ANALYZED, impossible), SummaryTopics.record(good)));
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(days.one("olga").turns()).isEqualTo(1));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/v1/admin/quarantine?status=waiting")
                .then()
                .body("items.findAll { it.key == 'default/olga' }", hasSize(1)));
    }

    @Test
    void aDerivedReadSaysHowFreshItIs() {
        // Given
        Instant asked = Instant.now();
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> {
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
