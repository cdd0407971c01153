package dev.parlance.conversation.dialogue.turn;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putConversation;
import static dev.parlance.conversation.testing.Api.putTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Turns without their conversations: one, and those of a learner by when they were said.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class LearnerTurnResourceTest {
    private final String learner = "learner-" + id();

    /// A turn as it was sent, and where.
    private record Said(String turn, String at) {}

    @Test
    void aTurnIsReadByItsIdAlone() {
        // Given
        String conversation = createConversation();
        String turn = id();
        Response put = putTurn(conversation, turn, "{\"learnerText\": \"りんご\"}");
        // Then
        for (String path : List.of(
                "/v1/turns/" + turn,
                "/v1/turns/" + turn.toUpperCase(java.util.Locale.ROOT),
                "/v1/conversations/%s/turns/%s".formatted(conversation, turn))) {
            assertThat(get(path).then().statusCode(200).extract().asString()).isEqualTo(put.asString());
        }
    }

    @Test
    void theLocationOfAPostedTurnCanBeRead() {
        Response posted =
                post("/v1/conversations/%s/turns".formatted(createConversation()), "{\"learnerText\": \"りんご\"}");
        assertThat(get(posted.header("Location")).asString()).isEqualTo(posted.asString());
    }

    @Test
    void aTurnThatWasNeverRecordedIsUnknown() {
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, "{\"learnerText\": \"りんご\"}").then().statusCode(201);
        for (String path : List.of(
                "/v1/turns/" + id(),
                "/v1/turns/1-1-1-1-1",
                "/v1/conversations/%s/turns/%s".formatted(conversation, id()),
                "/v1/conversations/%s/turns/%s".formatted(createConversation(), turn))) {
            get(path).then().statusCode(404).body("type", equalTo("/problems/unknown-turn"));
        }
    }

    @Test
    void turnsOfALearnerAreListedByWhenTheyWereSaidWhateverTheirConversation() {
        // Given turns of four conversations, some of them at the same instant, sent in any order
        List<String> conversations = List.of(start("{}"), start("{}"), start("{}"), start("{}"));
        List<Said> said = new ArrayList<>();
        var random = new Random(7);
        for (int at = 0; at < 23; at++) {
            said.add(say(
                    conversations.get(random.nextInt(4)), "2026-11-09T10:00:%02d.000Z".formatted(random.nextInt(9))));
        }
        List<String> newestFirst = said.stream()
                .sorted(Comparator.comparing(Said::at).thenComparing(Said::turn).reversed())
                .map(Said::turn)
                .toList();
        // When
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            Response page = get(
                    "/v1/learners/%s/turns?limit=5%s".formatted(learner, cursor == null ? "" : "&cursor=" + cursor));
            listed.addAll(page.then().statusCode(200).extract().<List<String>>path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        // Then
        assertThat(listed).isEqualTo(newestFirst);
        assertThat(ids("?from=2026-11-09T10:00:03Z&to=2026-11-09T10:00:07Z"))
                .isEqualTo(said.stream()
                        .filter(one -> one.at().compareTo("2026-11-09T10:00:03") >= 0
                                && one.at().compareTo("2026-11-09T10:00:07") < 0)
                        .sorted(Comparator.comparing(Said::at)
                                .thenComparing(Said::turn)
                                .reversed())
                        .map(Said::turn)
                        .collect(Collectors.toList()));
    }

    @Test
    void turnsOfALearnerAreFilteredByModuleAndChannelOfTheirConversations() {
        // Given
        String at = "2026-11-09T10:00:00.000Z";
        String maths =
                say(start("{\"module\": \"math\", \"channel\": \"sms\"}"), at).turn();
        String debate = say(start("{\"module\": \"debate\", \"channel\": \"voice\"}"), at)
                .turn();
        String free = say(start("{\"channel\": \"voice\"}"), at).turn();
        // Then
        assertThat(ids("?module=math")).containsExactly(maths);
        assertThat(ids("?module=none")).containsExactly(free);
        assertThat(ids("?channel=voice")).containsExactlyInAnyOrder(debate, free);
        assertThat(ids("?channel=voice&module=debate")).containsExactly(debate);
        assertThat(ids("?module=history")).isEmpty();
        assertThat(ids("?module=Not%20A%20Name")).isEmpty();
        get("/v1/learners/%s/turns?channel=pigeon".formatted(learner))
                .then()
                .statusCode(400)
                .body("field", equalTo("channel"));
        get("/v1/learners/%s/turns?from=yesterday".formatted(learner))
                .then()
                .statusCode(400)
                .body("field", equalTo("from"));
    }

    @Test
    void nobodysTurnsAreAnEmptyList() {
        get("/v1/learners/nobody-" + id() + "/turns").then().statusCode(200).body("items", empty());
        get("/v1/learners/no%20body/turns").then().statusCode(200).body("items", empty());
    }

    private List<String> ids(String query) {
        return get("/v1/learners/%s/turns%s".formatted(learner, query))
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private String start(String body) {
        String conversation = id();
        putConversation(
                        conversation,
                        "{\"learnerId\": \"%s\", %s"
                                .formatted(learner, body.substring(1))
                                .replace(", }", "}"))
                .then()
                .statusCode(201);
        return conversation;
    }

    private static Said say(String conversation, String at) {
        String turn = id();
        putTurn(conversation, turn, "{\"learnerText\": \"りんご\", \"occurredAt\": \"%s\"}".formatted(at))
                .then()
                .statusCode(201);
        return new Said(turn, at);
    }
}
