package dev.parlance.conversation;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.conversation.testing.SseClient;
import dev.parlance.conversation.testing.SseClient.SseEvent;
import dev.parlance.kit.testing.TestPlatform;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Readers, however many and slow, leave connections to the writers and the consumers.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class SlowReadersTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    /// More than run and wait by default: 12 and 64.
    private static final int READERS = 80;

    @Inject
    AgroalDataSource pool;

    @Inject
    MeterRegistry registry;

    @Test
    void turnsAreRecordedAndConsumedWhileReadersWaitForTheDatabase() throws Exception {
        // Given reads that wait for a lock
        String conversation = createConversation();
        try (SseClient live = SseClient.open("/v1/conversations/" + conversation + "/live");
                ExecutorService clients = Executors.newFixedThreadPool(READERS)) {
            List<CompletableFuture<Response>> answers;
            try (Connection lock = pool.getConnection()) {
                lock.setAutoCommit(false);
                try (var statement = lock.createStatement()) {
                    statement.execute("lock table audio_sweep in access exclusive mode");
                }
                answers = IntStream.range(0, READERS)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> get("/v1/admin/audio/sweeps"), clients))
                        .toList();
                await().atMost(TIMEOUT).untilAsserted(() -> {
                    assertThat(gauge("parlance.read.running")).isEqualTo(12);
                    assertThat(gauge("parlance.read.waiting")).isEqualTo(64);
                });
                // When
                for (int turn = 0; turn < 30; turn++) {
                    putTurn(conversation, id(), "{\"learnerText\": \"me gusta\"}")
                            .then()
                            .statusCode(201);
                }
                // Then
                assertThat(live.events(30)).extracting(SseEvent::type).containsOnly("turn");
                lock.rollback();
            }
            assertThat(answers.stream().map(CompletableFuture::join))
                    .allSatisfy(SlowReadersTest::isReadOrRefused)
                    .extracting(Response::statusCode)
                    .contains(200, 503);
        }
    }

    private static void isReadOrRefused(Response answer) {
        assertThat(answer.statusCode()).isIn(200, 503);
        if (answer.statusCode() == 503) {
            assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/too-many-reads");
            assertThat(answer.header("Retry-After")).isNotNull();
        }
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }
}
