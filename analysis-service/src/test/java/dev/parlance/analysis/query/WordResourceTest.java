package dev.parlance.analysis.query;

import static dev.parlance.analysis.turn.AnalysisApi.vocabulary;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.analysis.turn.SampleTurn;
import dev.parlance.analysis.turn.TurnDelivery;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One word of a learner's, and how a vocabulary grows.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class WordResourceTest {
    @Inject
    TurnDelivery delivery;

    @Test
    void everyTurnInWhichLearnerOrPartnerUsesAWordIsFound() {
        // Given
        SampleTurn used = SampleTurn.byHana("りんごがたべたい");
        SampleTurn byPartner = used.next("うん").withReply("りんごはおいしいよ。りんご!");
        SampleTurn neither = byPartner.next("そう").withReply("うん");
        delivery.deliver(used, byPartner, neither);
        // When
        Response word = word(used.learner(), "ja", "林檎", "");
        // Then
        word.then()
                .body("display", equalTo("りんご"))
                .body("count", equalTo(1))
                .body(
                        "items.turnId",
                        contains(byPartner.turn().toString(), used.turn().toString()))
                .body("items.used", contains(0, 1))
                .body("items.heard", contains(2, 0))
                .body("items[0].excerpt", nullValue())
                .body("items[0].replyExcerpt", equalTo("りんごはおいしいよ。"))
                .body("items[1].excerpt", equalTo("りんごがたべたい"))
                .body("items[1].date", equalTo("2026-11-09"))
                .body("nextCursor", nullValue());
    }

    @Test
    void theTurnsAreListedPageByPage() {
        SampleTurn turn = SampleTurn.byHana("go").inLanguage("en").withReply("yes");
        SampleTurn next = turn.next("go go");
        SampleTurn last = next.next("go");
        delivery.deliver(turn, next, last);
        Response first = word(turn.learner(), "en", "go", "?limit=2");
        first.then().body("items", hasSize(2)).body("count", equalTo(4));
        word(turn.learner(), "en", "go", "?limit=2&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.turnId", contains(turn.turn().toString()))
                .body("nextCursor", nullValue());
    }

    @Test
    void aSearchThatScansManyTurnsGoesOnWithTheNextPage() {
        // Given a word that was used once, and so many turns since
        List<SampleTurn> turns =
                new ArrayList<>(List.of(SampleTurn.byHana("rarely").inLanguage("en")));
        for (int since = 0; since < 2_000; since++) {
            turns.add(turns.getLast().next("yes"));
        }
        delivery.deliver(turns.toArray(SampleTurn[]::new));
        String learner = turns.getFirst().learner();
        // When
        Response first = word(learner, "en", "rarely", "");
        // Then
        first.then().body("count", equalTo(1)).body("items", empty());
        word(learner, "en", "rarely", "?cursor=" + first.path("nextCursor"))
                .then()
                .body("items.turnId", contains(turns.getFirst().turn().toString()))
                .body("nextCursor", nullValue());
    }

    @Test
    void aWordThatWasNeverUsedIsAnsweredEmpty() {
        word("nobody-at-all", "en", "go", "")
                .then()
                .statusCode(200)
                .body("count", equalTo(0))
                .body("items", empty())
                .body("firstSeenAt", nullValue());
    }

    @Test
    void aVocabularyGrowsByTheLocalDayOfFirstUses() {
        // Given a Monday in Tokyo, that is still Sunday in UTC, and a later week
        SampleTurn monday = SampleTurn.byHana("one two").inLanguage("en").at(Instant.parse("2026-11-08T16:00:00Z"));
        SampleTurn tuesday = monday.next("two three").at(Instant.parse("2026-11-10T03:00:00Z"));
        SampleTurn nextWeek = tuesday.next("three four five six").at(Instant.parse("2026-12-01T03:00:00Z"));
        delivery.deliver(nextWeek, monday, tuesday);
        // Then
        growth(monday, "?period=day")
                .then()
                .body("items.start", contains("2026-11-09", "2026-11-10", "2026-12-01"))
                .body("items.newWords", contains(2, 1, 3))
                .body("items.totalWords", contains(2, 3, 6));
        growth(monday, "?period=week").then().body("items.start", contains("2026-11-09", "2026-11-30"));
        growth(monday, "?period=month&from=2026-11-15")
                .then()
                .body("items.start", contains("2026-11-01", "2026-12-01"))
                .body("items.totalWords", contains(3, 6));
        growth(monday, "?language=ja").then().body("items", empty());
        Response first = growth(monday, "?limit=1");
        growth(monday, "?limit=1&cursor=" + first.path("nextCursor"))
                .then()
                .body("items.start", contains("2026-11-10"))
                .body("items.totalWords", contains(3));
        growth(monday, "?period=year").then().statusCode(400).body("field", equalTo("period"));
    }

    private static Response growth(SampleTurn turn, String query) {
        return vocabulary(turn.learner(), "/growth" + query);
    }

    private static Response word(String learner, String language, String lemma, String query) {
        return given().get("/v1/learners/{learner}/vocabulary/{language}/{lemma}" + query, learner, language, lemma);
    }
}
