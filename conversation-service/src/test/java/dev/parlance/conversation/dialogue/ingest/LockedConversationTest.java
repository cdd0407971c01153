package dev.parlance.conversation.dialogue.ingest;

import static dev.parlance.conversation.testing.Api.TURN_BODY;
import static dev.parlance.conversation.testing.Api.batchOf;
import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Turns of a conversation whose row another transaction has locked, as an instance does that stands still.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class LockedConversationTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @Inject
    TurnWriters writers;

    @Inject
    Jdbi jdbi;

    @Test
    void aLockedConversationHoldsUpNoOther() throws Exception {
        String locked = createConversation();
        String other = createConversation();
        String turn = id();
        try (var threads = Executors.newSingleThreadExecutor()) {
            QuarkusTransaction.requiringNew().run(() -> {
                // Given a turn that waits for its conversation
                lock(locked);
                Future<Response> _ = threads.submit(() -> putTurn(locked, turn, TURN_BODY));
                await().atMost(TIMEOUT).untilAsserted(() -> assertThat(writers.deferredRequests())
                        .isEqualTo(1));
                // When
                Response response = putTurn(other, id(), TURN_BODY);
                // Then
                response.then().statusCode(201);
            });
        }
        assertThat(putTurn(locked, turn, TURN_BODY).statusCode()).isIn(200, 201);
    }

    @Test
    void aTurnThatWaitsIsWrittenOnceItsConversationIsFree() throws Exception {
        String locked = createConversation();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Response> response = QuarkusTransaction.requiringNew().call(() -> {
                lock(locked);
                Future<Response> waiting = threads.submit(() -> putTurn(locked, id(), TURN_BODY));
                await().atMost(TIMEOUT).untilAsserted(() -> assertThat(writers.deferredRequests())
                        .isEqualTo(1));
                return waiting;
            });
            response.get().then().statusCode(201);
        }
    }

    @Test
    void aTurnWhoseConversationStaysLockedIsToldWhenToComeBack() {
        String locked = createConversation();
        String known = id();
        putTurn(locked, known, TURN_BODY).then().statusCode(201);
        QuarkusTransaction.requiringNew().run(() -> {
            lock(locked);
            assertUnavailable(putTurn(locked, id(), TURN_BODY));
            assertUnavailable(post("/v1/conversations/" + locked + "/turns:batch", batchOf(3)));
            assertUnavailable(post("/v1/conversations/" + locked + "/turns", TURN_BODY, id()));
            // What has been written before needs no lock.
            putTurn(locked, known, TURN_BODY).then().statusCode(200);
        });
        putTurn(locked, id(), TURN_BODY).then().statusCode(201);
    }

    private static void assertUnavailable(Response response) {
        response.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/overloaded"));
    }

    /// Until the transaction ends, however long that takes.
    private void lock(String conversation) {
        jdbi.useHandle(handle -> {
            handle.execute("set local idle_in_transaction_session_timeout = 0");
            handle.execute("set local transaction_timeout = 0");
            handle.createQuery("select id from conversation where id = :id for update")
                    .bind("id", UUID.fromString(conversation))
                    .mapTo(UUID.class)
                    .one();
        });
    }
}
