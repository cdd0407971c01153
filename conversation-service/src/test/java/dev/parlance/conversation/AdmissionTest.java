package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.post;
import static dev.parlance.conversation.Api.putConversation;
import static dev.parlance.conversation.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.kit.testing.PlatformForTests;
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
import org.junit.jupiter.api.Test;

/// With a relay that may not send: another instance, one that never comes back, holds its lease.
@QuarkusTest
@TestProfile(AdmissionTest.NarrowDoor.class)
@QuarkusTestResource(PlatformForTests.class)
class AdmissionTest {
    /// Room for a few rows.
    public static final class NarrowDoor implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parlance.admission.max-rows", "4", "parlance.admission.every", "20ms");
        }
    }

    private static final Duration LONG = Duration.ofSeconds(120);

    @Inject
    Jdbi jdbi;

    @AfterEach
    void letTheRelaySendAgain() {
        jdbi.useHandle(handle -> handle.execute("delete from lease"));
    }

    @Test
    void writesAreRefusedWhileTooMuchWaitsAndTakenInOnceItIsSent() {
        // Given
        String conversation = aConversation();
        String silent = aConversation();
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        insert into lease as held (name, holder, expires_at) values ('relay', :other, 'infinity')
                        on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
                        """).bind("other", UUID.randomUUID()).execute());
        String path = "/v1/conversations/" + conversation;
        // When turns come, and until the relay has noticed that it lost its lease some are still sent
        await().atMost(LONG).untilAsserted(() -> {
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
        letTheRelaySendAgain();
        // Then
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(putTurn(conversation, id(), "{\"learnerText\": \"me gusta\"}")
                                .statusCode())
                        .isEqualTo(201));
    }

    private static void isRefused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/overloaded");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 30);
    }
}
