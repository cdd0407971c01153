package dev.parlance.analysis.query;

import static dev.parlance.analysis.turn.AnalysisApi.vocabulary;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.parlance.analysis.turn.SampleTurn;
import dev.parlance.analysis.turn.TurnDelivery;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Words and highlights, listed page by page.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class PagedListsTest {
    @Inject
    TurnDelivery delivery;

    @Test
    void aVocabularyIsListedInThreeOrdersPageByPage() {
        SampleTurn turn = SampleTurn.byHana("banana apple cherry apple").inLanguage("en");
        SampleTurn later = turn.next("date");
        delivery.deliver(turn, later);
        String learner = turn.learner();
        vocabulary(learner, "?sort=alphabetical")
                .then()
                .body("items.lemma", equalTo(List.of("apple", "banana", "cherry", "date")));
        vocabulary(learner, "?sort=frequent").then().body("items[0].lemma", equalTo("apple"));
        vocabulary(learner, "").then().body("items[0].lemma", equalTo("date"));
        for (String sort : List.of("alphabetical", "frequent", "recent")) {
            Response first = vocabulary(learner, "?limit=3&sort=" + sort);
            first.then().body("items", hasSize(3));
            vocabulary(learner, "?limit=3&sort=" + sort + "&cursor=" + first.path("nextCursor"))
                    .then()
                    .body("items", hasSize(1))
                    .body("nextCursor", nullValue());
        }
        vocabulary(learner, "?from=2026-11-09T03:00:05Z").then().body("items.lemma", equalTo(List.of("date")));
        vocabulary(learner, "?to=2026-11-09T03:00:10Z").then().body("items.lemma", not(hasItem("date")));
        vocabulary(learner, "?sort=random").then().statusCode(400).body("field", equalTo("sort"));
        vocabulary("nobody-at-all", "").then().statusCode(200).body("items", empty());
    }

    @Test
    void aFilterThatTheDatabaseCannotStoreIsABadText() {
        for (String list : List.of(
                "/v1/highlights?learnerId=%00", "/v1/jobs?type=a%00", "/v1/learners/hana/vocabulary?language=%00")) {
            given().urlEncodingEnabled(false)
                    .get(list)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/bad-text"));
        }
    }

    @Test
    void longSentencesAndEmotionsAreHighlights() {
        SampleTurn turn = SampleTurn.byHana(
                        "I was so happy and excited today because my little brother came home and we went to the big"
                                + " park together!! 😀")
                .inLanguage("en");
        delivery.deliver(turn);
        given().get("/v1/highlights?conversationId={id}&limit=200", turn.conversation())
                .then()
                .body("items.type", hasItems("new_word", "long_sentence", "emotional_moment"));
        given().get("/v1/highlights?learnerId={id}&type=long_sentence", turn.learner())
                .then()
                .body("items", hasSize(1))
                .body("items[0].turnId", equalTo(turn.turn().toString()));
    }

    @Test
    void highlightsAreListedPageByPageInOneOrder() {
        // Given twelve first uses of one instant, and four of a later one
        SampleTurn turn = SampleTurn.byHana("one two three four five six").inLanguage("en");
        SampleTurn sameInstant = turn.inAnotherConversation().withLearnerText("seven eight nine ten eleven twelve");
        SampleTurn later = turn.next("early birds sing well");
        delivery.deliver(later, sameInstant, turn);
        String all = "/v1/highlights?learnerId=" + turn.learner();
        List<String> whole = given().get(all + "&limit=200").path("items.id");
        assertThat(whole).hasSize(16).doesNotHaveDuplicates();
        // When
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            Response page = given().get(all + "&limit=3" + cursor);
            paged.addAll(page.path("items.id"));
            cursor = page.path("nextCursor") == null ? null : "&cursor=" + page.path("nextCursor");
        } while (cursor != null);
        // Then
        assertThat(paged).isEqualTo(whole);
        assertThat(whole.subList(4, 16)).isSortedAccordingTo(Comparator.reverseOrder());
        given().get(all + "&to=" + later.occurredAt()).then().body("items", hasSize(12));
        given().get(all + "&from=" + later.occurredAt()).then().body("items", hasSize(4));
    }
}
