package dev.parlance.conversation;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putConversation;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The relay cannot send, because another instance that never returns holds its lease.
@QuarkusTest
@TestProfile(AdmissionTest.LowRowLimit.class)
@QuarkusTestResource(TestPlatform.class)
class AdmissionTest {
    /// Allows a few outbox rows only.
    public static final class LowRowLimit implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parlance.admission.max-rows", "4", "parlance.admission.check-interval", "20ms");
        }
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    @Inject
    Jdbi jdbi;

    /// Rows that other tests have left count, too.
    @BeforeEach
    void awaitEmptyOutbox() {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(
                        jdbi.<Long, RuntimeException>withHandle(handle -> handle.select("select count(*) from outbox")
                                .mapTo(Long.class)
                                .one()))
                .isZero());
    }

    @AfterEach
    void releaseRelayLease() {
        jdbi.useHandle(handle -> handle.execute("delete from lease"));
    }

    @Test
    void writesAreRefusedWhileTheOutboxIsFullAndAcceptedOnceItIsSent() {
        // Given
        String conversation = createConversation();
        String silent = createConversation();
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        insert into lease as held (name, holder, expires_at) values ('relay', :other, 'infinity')
                        on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
                        """).bind("other", UUID.randomUUID()).execute());
        String path = "/v1/conversations/" + conversation;
        // When turns arrive; some are still sent until the relay notices that it has lost its lease
        await().atMost(TIMEOUT).untilAsserted(() -> {
            // Then
            isRefused(putTurn(conversation, id(), "{\"learnerText\": \"me gusta\"}"));
            isRefused(post(path + "/turns", "{\"learnerText\": \"me gusta\"}"));
            isRefused(post(
                    path + "/turns:batch", "{\"turns\": [{\"id\": \"%s\", \"learnerText\": \"a\"}]}".formatted(id())));
            isRefused(post("/v1/conversations/" + silent + "/end", "{}"));
            isRefused(post("/v1/conversations", "{}"));
            isRefused(putConversation(id(), "{}"));
        });
        assertThat(get(path + "/turns").statusCode()).isEqualTo(200);
        // When
        releaseRelayLease();
        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(putTurn(conversation, id(), "{\"learnerText\": \"me gusta\"}")
                                .statusCode())
                        .isEqualTo(201));
    }

    private static void isRefused(Response response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/overloaded");
        assertThat(Integer.parseInt(response.header("Retry-After"))).isBetween(1, 30);
    }
}
