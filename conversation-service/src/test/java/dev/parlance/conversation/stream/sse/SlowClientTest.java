package dev.parlance.conversation.stream.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.stream.event.LiveMessage;
import dev.parlance.conversation.stream.event.PublishLiveEvents;
import dev.parlance.kit.testing.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A client that does not read takes a bounded buffer, and gets a reason before it is disconnected.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@TestProfile(SlowClientTest.ShortSlowClientTimeout.class)
class SlowClientTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final int EVENT_BYTES = 100_000;
    /// More than fits into all buffers between the service and the client.
    private static final int EVENTS = 200;

    /// Only the client that never reads is slow; it has the same time to read the reason.
    public static final class ShortSlowClientTimeout implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parlance.live.slow-client-timeout", "8s");
        }
    }

    @Inject
    PublishLiveEvents publishLiveEvents;

    @Inject
    MeterRegistry registry;

    @Test
    void aClientThatDoesNotReadGetsTheSlowEventAndIsDisconnected() throws IOException {
        // Given
        Learner learner = new Learner("default", "slow-" + UUID.randomUUID());
        double before = registry.counter("parlance.live.slow_clients").count();
        try (Socket client = new Socket()) {
            client.setReceiveBufferSize(4096);
            client.connect(new InetSocketAddress("localhost", RestAssured.port));
            client.getOutputStream()
                    .write("GET /v1/learners/%s/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .formatted(learner.id())
                            .getBytes(UTF_8));
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(streams()).isPositive());
            // When
            for (int event = 0; event < EVENTS; event++) {
                publishLiveEvents.publish(List.of(largeMessage(learner, event)), List.of());
            }
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(
                            registry.counter("parlance.live.slow_clients").count())
                    .isEqualTo(before + 1));
            // Then
            String received = new String(client.getInputStream().readAllBytes(), UTF_8);
            assertThat(received).contains("event: slow").hasSizeLessThan(EVENTS * EVENT_BYTES);
        }
    }

    private double streams() {
        return registry.get("parlance.live.streams").gauge().value();
    }

    private static LiveMessage largeMessage(Learner learner, int number) {
        return new LiveMessage(
                learner,
                new UUID(0, 1),
                null,
                "turn",
                new UUID(learner.hashCode(), number),
                "{\"text\": \"" + "x".repeat(EVENT_BYTES) + "\"}");
    }
}
