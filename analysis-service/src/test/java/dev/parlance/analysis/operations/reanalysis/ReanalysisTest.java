package dev.parlance.analysis.operations.reanalysis;

import static dev.parlance.analysis.turn.AnalysisApi.analysis;
import static dev.parlance.analysis.turn.AnalysisApi.newWords;
import static dev.parlance.analysis.turn.AnalysisApi.vocabulary;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.analysis.analyzer.TextAnalysis;
import dev.parlance.analysis.highlight.FailingHighlightAnalyzer;
import dev.parlance.analysis.highlight.HighlightAnalyzer;
import dev.parlance.analysis.highlight.HighlightConfig;
import dev.parlance.analysis.turn.RenewAnalyses;
import dev.parlance.analysis.turn.SampleTurn;
import dev.parlance.analysis.turn.TurnDelivery;
import dev.parlance.analysis.turn.UnstorableWord;
import dev.parlance.analysis.turn.store.AnalyzedTurns;
import dev.parlance.analysis.turn.store.LearnerTurns;
import dev.parlance.contract.id.Learner;
import dev.parlance.contract.id.TurnId;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// Turns that an earlier version analysed otherwise are analysed again.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class ReanalysisTest {
    private static final Duration REANALYSIS_TIMEOUT = Duration.ofSeconds(120);

    @Inject
    TurnDelivery delivery;

    @Inject
    Jdbi jdbi;

    @Inject
    HighlightConfig config;

    @Inject
    AnalyzedTurns turns;

    @Inject
    LearnerTurns learnerTurns;

    @Inject
    TextAnalysis analysis;

    @Inject
    RenewAnalyses renew;

    @Test
    void wordsOfTheEarlierVersionGoAndFirstUsesMove() {
        // Given
        SampleTurn first = SampleTurn.byHana("apple pie").inLanguage("en");
        SampleTurn second = first.next("apple tree apple");
        delivery.deliver(first, second);
        storeOtherLemma(first, "apple", "aple");
        // and so it looks as if the second turn had been the first to say apple
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            update analyzed_turn set facts = replace(facts, '"lemma":"apple","display":"apple","surface":"apple","count":2,"firstUse":false',
                                '"lemma":"apple","display":"apple","surface":"apple","count":2,"firstUse":true')
                            where turn_id = :turn
                            """).bind("turn", second.turn()).execute();
            handle.createUpdate("""
                            insert into vocabulary
                            select tenant, learner_id, language, 'apple', 'apple', 'apple', level, 2, :at, first_conversation_id, 2,
                                   :turn, :at
                            from vocabulary where learner_id = :learner and lemma = 'aple'
                            """)
                    .bind("at", second.occurredAt())
                    .bind("turn", second.turn())
                    .bind("learner", first.learner())
                    .execute();
            handle.createUpdate("update vocabulary set count = 1 where learner_id = :learner and lemma = 'aple'")
                    .bind("learner", first.learner())
                    .execute();
        });
        long before = analysis(second).<Long>path("revision");
        // When
        reanalyze(Map.of("learnerId", first.learner()))
                .body("turns", equalTo(1))
                .body("changed", equalTo(2))
                .body("words", hasEntry("en:aple → en:apple", 1));
        // Then
        vocabulary(first.learner(), "?sort=alphabetical")
                .then()
                .body("items.lemma", contains("apple", "pie", "tree"))
                .body("items[0].count", equalTo(3))
                .body("items[0].firstTurnId", equalTo(first.turn().toString()))
                .body("items[0].lastSeenAt", equalTo("2026-11-09T03:00:10.000Z"));
        analysis(first).then().body("words.new", contains(true, true));
        analysis(second).then().body("words.new", contains(false, true));
        assertThat(analysis(second).<Long>path("revision")).isGreaterThan(before);
        newWords(first)
                .then()
                .body(
                        "items.description",
                        containsInAnyOrder("first use of apple", "first use of pie", "first use of tree"));
    }

    @Test
    void whatIsOrderedAgainWhileItRunsIsTheSameJob() {
        // Given an instance that holds the lease and does nothing
        jdbi.useHandle(handle -> handle.execute("""
                insert into lease (name, holder, expires_at)
                values ('reanalysis', gen_random_uuid(), now() + interval '1 day')
                on conflict (name) do update set holder = excluded.holder, expires_at = excluded.expires_at
                """));
        try {
            String learner = SampleTurn.byHana("apple").learner();
            // When
            String first = order(Map.of("learnerId", learner));
            String again = order(Map.of("learnerId", learner));
            // Then
            assertThat(again).isEqualTo(first);
            assertThat(order(Map.of("learnerId", learner, "dryRun", true))).isNotEqualTo(first);
        } finally {
            jdbi.useHandle(handle -> handle.execute("delete from lease where name = 'reanalysis'"));
        }
    }

    @Test
    void aDryRunReportsAndChangesNothing() {
        SampleTurn turn = SampleTurn.byHana("banana split").inLanguage("en");
        delivery.deliver(turn);
        storeOtherLemma(turn, "banana", "bananna");
        reanalyze(Map.of("learnerId", turn.learner(), "dryRun", true))
                .body("turns", equalTo(1))
                .body("changed", equalTo(1))
                .body("words", hasEntry("en:bananna → en:banana", 1));
        vocabulary(turn.learner(), "?sort=alphabetical").then().body("items.lemma", contains("bananna", "split"));
    }

    @Test
    void aTurnWithTheSameContentIsNotPublishedAgain() {
        // Given
        SampleTurn turn = SampleTurn.byHana("cherry cake").inLanguage("en");
        delivery.deliver(turn);
        jdbi.useHandle(handle -> handle.createUpdate("update analyzed_turn set versions = null where turn_id = :turn")
                .bind("turn", turn.turn())
                .execute());
        // When
        reanalyze(Map.of("learnerId", turn.learner())).body("turns", equalTo(1)).body("changed", equalTo(0));
        // Then
        reanalyze(Map.of("learnerId", turn.learner())).body("turns", equalTo(0));
    }

    @Test
    void aTurnStoredWithoutAnnotationsIsReadableUntilItIsAnalysedAgain() {
        // Given
        SampleTurn turn = SampleTurn.byHana("quince quince jelly").inLanguage("en");
        delivery.deliver(turn);
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        update analyzed_turn set versions = null, facts = cast(cast(facts as jsonb) - 'annotations' as text)
                        where turn_id = :turn
                        """).bind("turn", turn.turn()).execute());
        analysis(turn)
                .then()
                .body("text", nullValue())
                .body("words.lemma", contains("quince", "jelly"))
                .body("words.count", contains(2, 1));
        // When
        reanalyze(Map.of("learnerId", turn.learner())).body("changed", equalTo(0));
        // Then
        analysis(turn).then().body("text.words.surface", contains("quince", "quince", "jelly"));
    }

    @Test
    void aProvisionalTurnIsAnalysedAgainByItself() {
        SampleTurn turn = SampleTurn.byHana("damson jam").inLanguage("en");
        delivery.deliver(turn);
        storeOtherLemma(turn, "damson", "dämson");
        jdbi.useHandle(
                handle -> handle.createUpdate("update analyzed_turn set provisional = true where turn_id = :turn")
                        .bind("turn", turn.turn())
                        .execute());
        await().atMost(REANALYSIS_TIMEOUT).untilAsserted(() -> vocabulary(turn.learner(), "?sort=alphabetical")
                .then()
                .body("items.lemma", contains("damson", "jam")));
    }

    @Test
    void aRetriedJobLeavesNothingOfTheEarlierVersion() {
        // Given a turn with a failed job, whose words an earlier version has found
        QuarkusMock.installMockForType(new FailingHighlightAnalyzer(config), HighlightAnalyzer.class);
        SampleTurn turn = SampleTurn.byHana("fig jam fig").inLanguage("en");
        delivery.deliver(turn);
        storeOtherLemma(turn, "fig", "figs");
        QuarkusMock.installMockForType(new HighlightAnalyzer(config), HighlightAnalyzer.class);
        // When
        given().urlEncodingEnabled(false)
                .post("/v1/jobs/" + turn.turn() + ".highlights:retry")
                .then()
                .statusCode(202);
        // Then
        analysis(turn)
                .then()
                .body("status", equalTo("completed"))
                .body("words.lemma", contains("fig", "jam"))
                .body("words.new", contains(true, true));
        vocabulary(turn.learner(), "?sort=alphabetical")
                .then()
                .body("items.lemma", contains("fig", "jam"))
                .body("items.count", contains(2, 1));
    }

    @Test
    void turnsThatCannotBeCountedInTimeAreAnalysedAgainAllTheSame() {
        // Given
        QuarkusMock.installMockForType(
                new UncountableReanalyzeTurns(turns, learnerTurns, analysis, renew), ReanalyzeTurns.class);
        SampleTurn turn = SampleTurn.byHana("gooseberry fool").inLanguage("en");
        delivery.deliver(turn);
        storeOtherLemma(turn, "gooseberry", "gosberry");
        // When
        reanalyze(Map.of("learnerId", turn.learner()))
                .body("total", nullValue())
                .body("turns", equalTo(1));
        // Then
        analysis(turn).then().body("words.lemma", contains("gooseberry", "fool"));
    }

    @Test
    void aTurnThatChangesWhileItIsAnalysedIsAnalysedOnceMore() {
        // Given
        SampleTurn turn = SampleTurn.byHana("lychee tea").inLanguage("en");
        delivery.deliver(turn);
        storeOtherLemma(turn, "tea", "thea");
        SampleTurn earlier = turn.inAnotherConversation()
                .withLearnerText("lychee")
                .at(turn.occurredAt().minusSeconds(10));
        int[] analyses = {0};
        // When an earlier first use arrives meanwhile
        RenewAnalyses.Renewal renewal =
                renew.renew(new Learner("default", turn.learner()), List.of(new TurnId(turn.turn())), stored -> {
                    if (++analyses[0] == 1) {
                        delivery.deliver(earlier);
                    }
                    return Optional.of(analysis.analyze(stored.turn(), TextAnalysis.LANGUAGE_LOAD_TIMEOUT));
                });
        // Then
        assertThat(analyses[0]).isEqualTo(2);
        assertThat(renewal.renewed()).hasSize(1);
        analysis(turn).then().body("words.lemma", contains("lychee", "tea")).body("words.new", contains(false, true));
    }

    @Test
    void turnsThatCannotBeReplacedEndNoReanalysis() {
        // Given
        SampleTurn first = SampleTurn.byHana("medlar jam").inLanguage("en");
        SampleTurn unstorable = first.next("an " + UnstorableWord.WORD + " medlar");
        SampleTurn last = unstorable.next("medlar cake");
        delivery.deliver(first, unstorable, last);
        storeOtherLemma(first, "jam", "yam");
        storeOtherLemma(unstorable, UnstorableWord.WORD, "storable");
        storeOtherLemma(last, "cake", "kake");
        // When
        try (var _ = UnstorableWord.refuse()) {
            reanalyze(Map.of("learnerId", first.learner())).body("turns", equalTo(3));
        }
        // Then
        analysis(first).then().body("words.lemma", contains("medlar", "jam"));
        analysis(unstorable).then().body("status", equalTo("failed")).body("learnerWords", equalTo(3));
        analysis(last).then().body("words.lemma", contains("medlar", "cake"));
        vocabulary(first.learner(), "?sort=alphabetical").then().body("items.lemma", contains("cake", "jam", "medlar"));
    }

    @Test
    void aProvisionalTurnThatAlwaysFailsKeepsNoOtherWaiting() {
        // Given a turn whose row cannot be read, of the learner who comes first
        SampleTurn unreadable = SampleTurn.byHana("persimmon").inLanguage("en");
        SampleTurn next = SampleTurn.byHana("rowan jam").inLanguage("en");
        delivery.deliver(unreadable, next);
        storeOtherLemma(next, "rowan", "roan");
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            "update analyzed_turn set learner_id = '0', facts = '{', provisional = true where turn_id = :turn")
                    .bind("turn", unreadable.turn())
                    .execute();
            handle.createUpdate("update analyzed_turn set provisional = true where turn_id = :turn")
                    .bind("turn", next.turn())
                    .execute();
        });
        // Then
        await().atMost(REANALYSIS_TIMEOUT)
                .untilAsserted(() -> analysis(next).then().body("words.lemma", contains("rowan", "jam")));
        jdbi.useHandle(handle -> handle.createUpdate("delete from analyzed_turn where turn_id = :turn")
                .bind("turn", unreadable.turn())
                .execute());
    }

    @Test
    void onlyTheTurnsOfAPeriodAreAnalysed() {
        SampleTurn turn = SampleTurn.byHana("elder flower").inLanguage("en");
        delivery.deliver(turn);
        storeOtherLemma(turn, "elder", "alder");
        reanalyze(Map.of("learnerId", turn.learner(), "from", "2026-11-09T03:00:00.001Z"))
                .body("turns", equalTo(0));
        reanalyze(Map.of("learnerId", turn.learner(), "from", "2026-11-09T03:00:00Z", "to", "2026-11-09T03:00:01Z"))
                .body("turns", equalTo(1));
    }

    /// As if an earlier version had found another lemma.
    private void storeOtherLemma(SampleTurn turn, String lemma, String other) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            update analyzed_turn
                            set facts = replace(facts, :lemma, :other), versions = 'highlights=1,vocabulary=-1'
                            where turn_id = :turn
                            """)
                    .bind("lemma", "\"lemma\":\"" + lemma + "\"")
                    .bind("other", "\"lemma\":\"" + other + "\"")
                    .bind("turn", turn.turn())
                    .execute();
            handle.createUpdate("update vocabulary set lemma = :other where learner_id = :learner and lemma = :lemma")
                    .bind("lemma", lemma)
                    .bind("other", other)
                    .bind("learner", turn.learner())
                    .execute();
        });
    }

    private static String order(Map<String, Object> order) {
        return given().contentType("application/json")
                .body(new HashMap<>(order))
                .post("/v1/admin/reanalysis")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static ValidatableResponse reanalyze(Map<String, Object> order) {
        String path = "/v1/admin/reanalysis/" + order(order);
        await().atMost(REANALYSIS_TIMEOUT)
                .until(() -> !given().get(path).path("status").equals("running"));
        return given().get(path).then().body("status", equalTo("completed"));
    }
}
