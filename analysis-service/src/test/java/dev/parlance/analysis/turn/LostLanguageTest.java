package dev.parlance.analysis.turn;

import static dev.parlance.analysis.turn.Reads.analysis;
import static dev.parlance.analysis.turn.Reads.vocabulary;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.LostLanguages;
import dev.parlance.kit.testing.PlatformForTests;
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
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A language whose dictionary cannot be loaded holds nothing up.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
@TestProfile(LostLanguageTest.Lost.class)
class LostLanguageTest {
    @Inject
    Arrivals arrivals;

    @Inject
    LostLanguages lost;

    @Test
    void aTurnIsReadByPlainRulesAndAnalysedAgainOnceItsLanguageIsThere() {
        // Given
        lost.lose();
        Told turn = Told.byHana("りんごがたべたい");
        arrivals.of(turn);
        analysis(turn)
                .then()
                .body("status", equalTo("pending"))
                .body("analyzers.vocabulary", equalTo(Analyzer.STAND_IN))
                .body("words.lemma", not(hasItem("林檎")));
        // When
        lost.find();
        // Then
        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> analysis(turn)
                .then()
                .body("status", equalTo("completed"))
                .body("words.lemma", contains("林檎", "が", "食べる", "たい")));
        vocabulary(turn.learner(), "?sort=alphabetical").then().body("items.lemma", contains("が", "たい", "食べる", "林檎"));
    }

    /// With languages that can be lost.
    public static final class Lost implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Losable.class);
        }
    }

    @Alternative
    @ApplicationScoped
    static class Losable {
        private final LostLanguages lost = new LostLanguages();

        @Produces
        @Singleton
        LostLanguages lost() {
            return lost;
        }

        @Produces
        @Singleton
        Languages languages() {
            return lost.languages();
        }
    }
}
