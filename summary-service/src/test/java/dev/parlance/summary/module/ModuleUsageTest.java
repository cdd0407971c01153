package dev.parlance.summary.module;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.contract.event.Topic;
import dev.parlance.kit.testing.TestPlatform;
import dev.parlance.summary.SummaryFixture;
import dev.parlance.summary.SummaryTopics;
import dev.parlance.summary.TurnAnalyzedBuilder;
import dev.parlance.summary.projection.TurnDelivery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class ModuleUsageTest {
    /// Other tests leave thousands of events behind, which are sent first.
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private static final Set<String> FIELDS = Set.of(
            "tenant",
            "module",
            "date",
            "revision",
            "turns",
            "conversations",
            "learners",
            "learnerWords",
            "newWords",
            "speakingMs",
            "byChannel",
            "updatedAt");

    @Inject
    TurnDelivery projection;

    @Inject
    ModuleRefreshRunner modules;

    @Inject
    SummaryFixture days;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void aModulesDayIsTheSumOverItsLearners() {
        // Given
        projection.deliver(
                TurnAnalyzedBuilder.by("ma")
                        .in("ma", 1)
                        .module("debate")
                        .sayingFirst("why")
                        .lasting(700)
                        .build(),
                TurnAnalyzedBuilder.by("ma")
                        .in("ma", 2)
                        .module("debate")
                        .saying("why")
                        .build(),
                TurnAnalyzedBuilder.by("ma")
                        .in("ma/2", 1)
                        .module("debate")
                        .channel("voice")
                        .build(),
                TurnAnalyzedBuilder.by("mb").in("mb", 1).module("debate").build(),
                TurnAnalyzedBuilder.by("mb").in("mb/2", 1).module("elsewhere").build());
        // When
        modules.refreshUntilClean();
        // Then
        var answer = given().get("/v1/modules/usage?module=debate").then();
        answer.statusCode(200)
                .body("items[0].module", is("debate"))
                .body("items[0].date", is("2026-11-20"))
                .body("items[0].turns", is(4))
                .body("items[0].conversations", is(3))
                .body("items[0].learners", is(2))
                .body("items[0].learnerWords", is(2))
                .body("items[0].newWords", is(1))
                .body("items[0].speakingMs", is(3_700))
                .body("items[0].byChannel", equalTo(Map.of("app", Map.of("turns", 3), "voice", Map.of("turns", 1))))
                .body("items.size()", is(1));
        assertThat(answer.extract().jsonPath().getMap("items[0]").keySet()).isEqualTo(FIELDS);
    }

    @Test
    void aTurnThatChangesItsModuleLeavesTheOldOne() {
        // Given
        projection.deliver(TurnAnalyzedBuilder.by("mover")
                .in("mover", 1)
                .module("old-module")
                .revision(1)
                .build());
        modules.refreshUntilClean();
        // When
        projection.deliver(TurnAnalyzedBuilder.by("mover")
                .in("mover", 1)
                .module("new-module")
                .revision(2)
                .build());
        modules.refreshUntilClean();
        // Then
        given().get("/v1/modules/usage?module=old-module")
                .then()
                .statusCode(200)
                .body("items", empty());
        given().get("/v1/modules/usage?module=new-module")
                .then()
                .statusCode(200)
                .body("items.turns", contains(1));
        List<ConsumerRecord<String, byte[]>> records = published("default/old-module/2026-11-20");
        assertThat(records).hasSize(2);
        assertThat(records.getLast().value()).isNull();
    }

    @Test
    void aModuleDayWithTheSameFiguresIsNotPublishedAgain() {
        // Given
        projection.deliver(TurnAnalyzedBuilder.by("quiet")
                .in("quiet", 1)
                .module("quiet-module")
                .revision(1)
                .build());
        modules.refreshUntilClean();
        // When
        projection.deliver(TurnAnalyzedBuilder.by("quiet")
                .in("quiet", 1)
                .module("quiet-module")
                .revision(2)
                .build());
        modules.refreshUntilClean();
        // Then
        assertThat(published("default/quiet-module/2026-11-20")).hasSize(1);
    }

    @Test
    void theSchedulerRefreshesModuleDays() {
        // When
        projection.deliver(TurnAnalyzedBuilder.by("clock")
                .in("clock", 1)
                .module("clock-module")
                .build());
        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> given().get("/v1/modules/usage?module=clock-module")
                .then()
                .body("items.turns", contains(1)));
    }

    @Test
    void usageIsListedByDateThenModulePageByPage() {
        // Given
        for (String module : new String[] {"b", "a", "c"}) {
            projection.deliver(
                    TurnAnalyzedBuilder.by("page-" + module)
                            .in("page-" + module, 1)
                            .module(module)
                            .at("2003-01-01T08:00:00Z", "UTC")
                            .build(),
                    TurnAnalyzedBuilder.by("page-" + module)
                            .in("page-" + module, 2)
                            .module(module)
                            .at("2003-01-02T08:00:00Z", "UTC")
                            .build());
        }
        projection.deliver(TurnAnalyzedBuilder.by("page-n")
                .in("page-n", 1)
                .module(null)
                .at("2003-01-02T08:00:00Z", "UTC")
                .build());
        modules.refreshUntilClean();
        String list = "/v1/modules/usage?from=2003-01-01&to=2003-01-02&limit=4";
        // When
        var first = given().get(list)
                .then()
                .statusCode(200)
                .body("items.date", contains("2003-01-01", "2003-01-01", "2003-01-01", "2003-01-02"))
                .body("items.module", contains("a", "b", "c", "a"));
        // Then
        String cursor = first.extract().path("nextCursor");
        given().get(list + "&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.module", contains("b", "c", "none"))
                .body("nextCursor", nullValue());
        given().get("/v1/modules/usage?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("type", is("/problems/bad-cursor"));
        given().get(list + "&module=none").then().body("items.date", contains("2003-01-02"));
    }

    @Test
    void anInvalidModuleNameHasNoUsage() {
        given().get("/v1/modules/usage?module={m}", "No Module")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private List<ConsumerRecord<String, byte[]>> published(String key) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(days.outboxSize()).isZero());
        return new SummaryTopics(broker).recordsOf(Topic.MODULE_USAGE, key);
    }
}
