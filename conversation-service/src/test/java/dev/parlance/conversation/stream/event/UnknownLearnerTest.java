package dev.parlance.conversation.stream.event;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.putConversation;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.contract.id.Learner;
import dev.parlance.conversation.testing.SseClient;
import dev.parlance.conversation.testing.SseClient.SseEvent;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Streams that are opened before their learner's first conversation.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class UnknownLearnerTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final String TURN_BODY = "{\"learnerText\": \"りんご\"}";

    @Inject
    LiveSubscriptions subscriptions;

    @Inject
    DeleteExpiredLiveEvents deleteExpired;

    @Inject
    Jdbi jdbi;

    @Test
    void aStreamToALearnerWhoDoesNotExistLeavesNothing() {
        // Given
        String nobody = "nobody-" + id();
        SseClient.open("/v1/learners/" + nobody + "/live").close();
        assertThat(isUnknown(nobody)).contains(true);
        // Then, as soon as the service has noticed that the client has gone
        await().atMost(TIMEOUT).untilAsserted(() -> {
            nobodyHasListenedForThreeMinutes(nobody);
            deleteExpired.deleteExpired();
            assertThat(isUnknown(nobody)).isEmpty();
        });
    }

    @Test
    void aStreamThatIsOpenedBeforeTheFirstConversationHasItsTurns() {
        // Given
        String conversation = id();
        String learner = "early-" + conversation;
        try (SseClient live = SseClient.open("/v1/learners/" + learner + "/live")) {
            // When
            putConversation(conversation, "{\"learnerId\": \"%s\"}".formatted(learner))
                    .then()
                    .statusCode(201);
            putTurn(conversation, id(), TURN_BODY).then().statusCode(201);
            // Then
            assertThat(live.events(1)).extracting(SseEvent::type).containsExactly("turn");
        }
        // And it can be resumed for a day
        assertThat(isUnknown(learner)).contains(false);
        nobodyHasListenedForThreeMinutes(learner);
        deleteExpired.deleteExpired();
        assertThat(isUnknown(learner)).contains(false);
    }

    @Test
    void aStreamToALearnerWithAConversationCanBeResumedForADay() {
        String learner = "learner-" + createConversation();
        SseClient.open("/v1/learners/" + learner + "/live").close();
        nobodyHasListenedForThreeMinutes(learner);
        deleteExpired.deleteExpired();
        assertThat(isUnknown(learner)).contains(false);
    }

    @Test
    void soManyUnknownLearnersMayBeListenedTo() {
        // Given
        Learner first = learner();
        assertThat(subscriptions.registerUnknown(first, Integer.MAX_VALUE)).isPresent();
        // Then
        assertThat(subscriptions.registerUnknown(learner(), 1)).isEmpty();
        assertThat(subscriptions.registerUnknown(first, 1)).isPresent();
        assertThat(subscriptions.register(learner())).isNotNull();
    }

    private static Learner learner() {
        return new Learner(Learner.DEFAULT_TENANT, "nobody-" + id());
    }

    private void nobodyHasListenedForThreeMinutes(String learner) {
        jdbi.useHandle(handle -> handle.execute(
                "update live_learner set listened_at = listened_at - interval '3 minutes' where learner_id = ?",
                learner));
    }

    /// Empty if the learner has no row.
    private Optional<Boolean> isUnknown(String learner) {
        List<Boolean> rows =
                jdbi.withHandle(handle -> handle.createQuery("select unknown from live_learner where learner_id = ?")
                        .bind(0, learner)
                        .mapTo(Boolean.class)
                        .list());
        return rows.stream().findFirst();
    }
}
