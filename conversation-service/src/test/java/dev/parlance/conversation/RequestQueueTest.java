package dev.parlance.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.parlance.conversation.testing.RawHttp;
import dev.parlance.kit.testing.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requests that wait for a worker thread while clients that send slowly hold all of them.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@TestProfile(RequestQueueTest.FewThreads.class)
class RequestQueueTest {
    private static final int MAX_QUEUED = 20;
    private static final int POLLS_IN_A_ROW = 5;
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @Inject
    MeterRegistry metrics;

    private final List<RawHttp> slowClients = new ArrayList<>();

    public static final class FewThreads implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.thread-pool.max-threads", "16",
                    "parlance.request.max-queued-requests", Integer.toString(MAX_QUEUED),
                    "parlance.request.max-queue-time", "1ms",
                    "parlance.request.transfer-grace-period", "1h");
        }
    }

    @BeforeEach
    void occupyAllThreads() {
        long before = arrived();
        var queuedInARow = new AtomicInteger();
        await().atMost(TIMEOUT).until(() -> {
            slowClients.add(RawHttp.send(RawHttp.BEGUN_REQUEST).drip());
            return queued() > 0 ? queuedInARow.incrementAndGet() == POLLS_IN_A_ROW : queuedInARow.getAndSet(0) < 0;
        });
        await().atMost(TIMEOUT).until(() -> arrived() >= before + slowClients.size());
    }

    @AfterEach
    void release() {
        slowClients.forEach(RawHttp::close);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(queued()).isZero());
    }

    @Test
    void aRequestBeyondTheQueueIsRefusedAtOnce() {
        // Given
        await().atMost(TIMEOUT).untilAsserted(() -> {
            slowClients.add(RawHttp.send(RawHttp.BEGUN_REQUEST).drip());
            assertThat(queued()).isEqualTo(MAX_QUEUED);
        });
        // When
        Response response = given().get("/v1/conversations");
        // Then
        response.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/overloaded"))
                .body("detail", containsString("More requests wait"));
        assertThat(count("parlance.request.refused", "reason", "queue-full")).isPositive();
    }

    @Test
    void aRequestThatHasWaitedTooLongIsRefusedWhenItsTurnComes() {
        // Given
        long before = arrived();
        var response = CompletableFuture.supplyAsync(() -> given().get("/v1/conversations"));
        await().atMost(TIMEOUT).until(() -> arrived() >= before + 1);
        // When
        slowClients.forEach(RawHttp::close);
        // Then
        response.join()
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/overloaded"))
                .body("detail", containsString("has waited too long"));
    }

    @Test
    void nothingIsDoneForAClientThatHasGone() {
        // Given
        long before = arrived();
        RawHttp client = RawHttp.send("GET /v1/conversations HTTP/1.1\nHost: localhost\n\n");
        await().atMost(TIMEOUT).until(() -> arrived() >= before + 1);
        double abandoned = count("parlance.request.abandoned", "stage", "queued");
        // When no thread has become free
        client.close();
        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(count("parlance.request.abandoned", "stage", "queued"))
                .isGreaterThan(abandoned));
    }

    /// Requests that have come to the queue, those included that were refused; not more than there were.
    private long arrived() {
        double left = metrics.get("parlance.request.queue.time").timer().count()
                + count("parlance.request.abandoned", "stage", "queued")
                + count("parlance.request.refused", "reason", "queue-full")
                + count("parlance.request.refused", "reason", "too-old");
        return Math.round(left) + queued();
    }

    private int queued() {
        return (int) metrics.get("parlance.request.queued").gauge().value();
    }

    private double count(String name, String tag, String value) {
        return metrics.get(name).tag(tag, value).counter().count();
    }
}
