package dev.parlance.analysis.turn;

import static dev.parlance.analysis.turn.AnalysisApi.analysis;
import static dev.parlance.analysis.turn.AnalysisApi.vocabulary;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.parlance.analysis.analyzer.Analyzer;
import dev.parlance.analysis.language.Languages;
import dev.parlance.analysis.language.UnavailableLanguages;
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
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A turn does not wait for a language whose dictionary cannot be loaded.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@TestProfile(LanguageFallbackTest.FailingLanguagesProfile.class)
class LanguageFallbackTest {
    @Inject
    TurnDelivery delivery;

    @Inject
    UnavailableLanguages unavailable;

    @Test
    void aTurnIsReadByFallbackRulesAndAnalysedAgainOnceItsLanguageIsLoaded() {
        // Given
        unavailable.makeUnavailable();
        SampleTurn turn = SampleTurn.byHana("りんごがたべたい");
        delivery.deliver(turn);
        analysis(turn)
                .then()
                .body("status", equalTo("pending"))
                .body("analyzers.vocabulary", equalTo(Analyzer.FALLBACK_VERSION))
                .body("words.lemma", not(hasItem("林檎")));
        // When
        unavailable.makeAvailable();
        // Then
        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> analysis(turn)
                .then()
                .body("status", equalTo("completed"))
                .body("words.lemma", contains("林檎", "が", "食べる", "たい")));
        vocabulary(turn.learner(), "?sort=alphabetical").then().body("items.lemma", contains("が", "たい", "食べる", "林檎"));
    }

    /// With languages that can be made unavailable.
    public static final class FailingLanguagesProfile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(FailingLanguagesProducer.class);
        }
    }

    @Alternative
    @ApplicationScoped
    static class FailingLanguagesProducer {
        private final UnavailableLanguages unavailable = new UnavailableLanguages();

        @Produces
        @Singleton
        UnavailableLanguages unavailable() {
            return unavailable;
        }

        @Produces
        @Singleton
        Languages languages() {
            return unavailable.languages();
        }
    }
}
