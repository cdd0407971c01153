package dev.parlance.conversation.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.contract.Learner;
import dev.parlance.kit.testing.PlatformForTests;
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

/// A client that does not read costs no more than what fits into a few buffers, and is told why it was let go.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
@TestProfile(SlowReaderTest.LittlePatience.class)
class SlowReaderTest {
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final int LARGE = 100_000;
    /// More than all buffers between the service and the client hold.
    private static final int EVENTS = 200;

    /// No reader here is slow but the one that never reads, and it has as long to read why it was let go.
    public static final class LittlePatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("conversation.live.patience", "8s");
        }
    }

    @Inject
    TellListeners tellListeners;

    @Inject
    MeterRegistry registry;

    @Test
    void aClientThatDoesNotReadIsToldSoAndLetGo() throws IOException {
        // Given
        Learner learner = new Learner("default", "slow-" + UUID.randomUUID());
        double before = registry.counter("parlance.live.slow").count();
        try (Socket client = new Socket()) {
            client.setReceiveBufferSize(4096);
            client.connect(new InetSocketAddress("localhost", RestAssured.port));
            client.getOutputStream()
                    .write("GET /v1/learners/%s/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .formatted(learner.id())
                            .getBytes(UTF_8));
            await().atMost(SOON).untilAsserted(() -> assertThat(streams()).isPositive());
            // When
            for (int event = 0; event < EVENTS; event++) {
                tellListeners.told(List.of(large(learner, event)), List.of());
            }
            await().atMost(SOON).untilAsserted(() -> assertThat(
                            registry.counter("parlance.live.slow").count())
                    .isEqualTo(before + 1));
            // Then
            String heard = new String(client.getInputStream().readAllBytes(), UTF_8);
            assertThat(heard).contains("event: slow").hasSizeLessThan(EVENTS * LARGE);
        }
    }

    private double streams() {
        return registry.get("parlance.live.streams").gauge().value();
    }

    private static News large(Learner learner, int number) {
        return new News(
                learner,
                new UUID(0, 1),
                null,
                "turn",
                new UUID(learner.hashCode(), number),
                "{\"text\": \"" + "x".repeat(LARGE) + "\"}");
    }
}
