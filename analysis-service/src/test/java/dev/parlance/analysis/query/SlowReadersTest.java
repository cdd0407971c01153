package dev.parlance.analysis.query;

import static dev.parlance.analysis.turn.AnalysisApi.analysis;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.analysis.language.HangingLanguages;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.turn.SampleTurn;
import dev.parlance.analysis.turn.TurnDelivery;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Tokenizing for a reader holds no connection, however long it takes.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@TestProfile(SlowReadersTest.HangingLanguagesProfile.class)
class SlowReadersTest {
    /// More than the pool has connections.
    private static final int READERS = 30;

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    @Inject
    TurnDelivery delivery;

    @Inject
    HangingLanguages languages;

    @Test
    void turnsAreAnalysedAndReadWhileRepliesAreTokenizedForManyReaders() throws Exception {
        // Given
        SampleTurn turn = SampleTurn.byHana("oui").inLanguage("fr").withReply("parle " + HangingLanguages.WORD);
        delivery.deliver(turn);
        SampleTurn other = SampleTurn.byHana("I saw a hedgehog").inLanguage("en");
        languages.hang();
        try (var clients = Executors.newFixedThreadPool(READERS)) {
            List<Future<Integer>> answers = Collections.<Callable<Integer>>nCopies(
                            READERS, () -> given().get("/v1/learners/{id}/vocabulary/fr/parler", turn.learner())
                                    .statusCode())
                    .stream()
                    .map(clients::submit)
                    .toList();
            try {
                await().atMost(TIMEOUT)
                        .untilAsserted(() -> assertThat(languages.hanging()).isEqualTo(READERS));
                // When
                delivery.deliver(other);
                // Then
                analysis(other).then().statusCode(200).body("status", equalTo("completed"));
            } finally {
                languages.release();
            }
            assertThat(answers.stream().map(SlowReadersTest::join)).containsOnly(200);
        }
    }

    private static int join(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public static final class HangingLanguagesProfile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(HangingLanguagesProducer.class);
        }
    }

    @Alternative
    @ApplicationScoped
    static class HangingLanguagesProducer {
        private final HangingLanguages hanging = new HangingLanguages();

        @Produces
        @Singleton
        HangingLanguages hanging() {
            return hanging;
        }

        @Produces
        @Singleton
        Languages languages() {
            return hanging.languages();
        }
    }
}
