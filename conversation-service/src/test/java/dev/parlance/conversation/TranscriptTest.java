package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.putTurn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.conversation.Topics.Published;
import dev.parlance.conversation.sound.Sounds;
import dev.parlance.conversation.store.ObjectStore;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
@QuarkusTestResource(S3ForTests.class)
class TranscriptTest {
    private static final String TRANSCRIBED = "parlance.turn-transcribed.v1";
    private static final String SOUND_ALONE = "{\"audio\": [\"learner\"], \"durationMs\": 2100}";
    private static final String HEARD = """
            {"text": "りんごがたべたい", "language": "ja", "confidence": 0.91,
             "wordTimings": [{"word": "りんご", "startMs": 0, "endMs": 620, "confidence": 0.93}]}
            """;

    @Inject
    ObjectStore store;

    @Inject
    Jdbi jdbi;

    @Test
    void whatIsHeardInSoundIsTheTurnsTextFromThenOn() {
        // Given
        String conversation = aConversation();
        String turn = id();
        putTurn(conversation, turn, SOUND_ALONE).then().statusCode(201).body("transcript", nullValue());
        // When
        Response heard = transcribe(conversation, turn, HEARD);
        // Then
        heard.then()
                .statusCode(201)
                .body("learnerText", equalTo("りんごがたべたい"))
                .body("wordTimings[0].word", equalTo("りんご"))
                .body("transcript.confidence", equalTo(0.91f));
        List<Published> events = Topics.events(conversation, 3);
        assertThat(events)
                .extracting(event -> event.headers().get("ce_type"))
                .containsExactly("parlance.conversation-started.v1", "parlance.turn-recorded.v1", TRANSCRIBED);
        assertThat(events.get(1).value().get("learnerText").isNull()).isTrue();
        assertThat(events.get(2).key()).isEqualTo(events.get(1).key());
        assertThat(events.get(2).value().get("text").asText()).isEqualTo("りんごがたべたい");
        assertThat(events.get(2).value().get("durationMs").asInt()).isEqualTo(2100);
        assertThat(events.get(2).value().get("sequence").asInt()).isEqualTo(1);
        get("/v1/conversations/%s/turns".formatted(conversation))
                .then()
                .body("items[0].learnerText", equalTo("りんごがたべたい"));
        get("/v1/conversations/%s/context".formatted(conversation))
                .then()
                .body("turns[0].learnerText", equalTo("りんごがたべたい"));
    }

    @Test
    void theTurnsFirstBodyIsKnownForEver() {
        // Given
        String conversation = aConversation();
        String turn = id();
        putTurn(conversation, turn, SOUND_ALONE);
        transcribe(conversation, turn, HEARD);
        // When
        Response again = putTurn(conversation, turn, SOUND_ALONE);
        // Then
        again.then().statusCode(200).body("learnerText", equalTo("りんごがたべたい"));
    }

    @Test
    void theSameTranscriptAgainIsNoNewsAndAnotherIsUnderAGreaterRevision() {
        // Given
        String conversation = aConversation();
        String turn = id();
        putTurn(conversation, turn, SOUND_ALONE);
        long first = transcribe(conversation, turn, HEARD).jsonPath().getLong("transcript.revision");
        // When
        Response same = transcribe(conversation, turn, HEARD);
        Response better = transcribe(conversation, turn, "{\"text\": \"りんごをたべたい\"}");
        // Then
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(same.jsonPath().getLong("transcript.revision")).isEqualTo(first);
        assertThat(better.statusCode()).isEqualTo(200);
        assertThat(better.jsonPath().getLong("transcript.revision")).isGreaterThan(first);
        assertThat(better.jsonPath().getString("language")).isEqualTo("ja");
        assertThat(Topics.events(conversation, TRANSCRIBED, 2)).hasSize(2);
    }

    @Test
    void whereTheClientDidNotSayHowLongItTookTheSoundDoes() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        store.ensureBucket();
        audio.put("audio/wav", Sounds.wav(24_000)).then().statusCode(201);
        // When
        transcribe(audio.conversation(), audio.turn(), HEARD).then().statusCode(201);
        // Then
        assertThat(Topics.events(audio.conversation(), TRANSCRIBED, 1)
                        .getFirst()
                        .value()
                        .get("durationMs")
                        .asInt())
                .isEqualTo(3_000);
    }

    @Test
    void soundThatComesAfterItsTranscriptBringsItsDurationOnceUnderAGreaterRevision() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        store.ensureBucket();
        transcribe(audio.conversation(), audio.turn(), HEARD).then().statusCode(201);
        byte[] sound = Sounds.wav(24_000);
        // When
        audio.put("audio/wav", sound).then().statusCode(201);
        // Then
        audio.put("audio/wav", sound).then().statusCode(200);
        transcribe(audio.conversation(), audio.turn(), HEARD).then().statusCode(200);
        List<Published> told = Topics.events(audio.conversation(), TRANSCRIBED, 2);
        assertThat(told).hasSize(2);
        var before = (ObjectNode) told.getFirst().value();
        var after = (ObjectNode) told.getLast().value();
        assertThat(after.get("durationMs").asInt()).isEqualTo(3_000);
        assertThat(after.get("revision").asLong())
                .isGreaterThan(before.get("revision").asLong());
        List<String> late = List.of("durationMs", "revision");
        assertThat(after.remove(late)).isEqualTo(before.remove(late));
    }

    @Test
    void whatTheClientSaidOfTheDurationCountsForMoreThanItsSound() {
        // Given
        AudioApi audio = AudioApi.ofATurnThatTook(2_100);
        store.ensureBucket();
        transcribe(audio.conversation(), audio.turn(), HEARD).then().statusCode(201);
        // When
        audio.put("audio/wav", Sounds.wav(24_000)).then().statusCode(201);
        // Then
        assertThat(Topics.events(audio.conversation(), TRANSCRIBED, 1))
                .singleElement()
                .satisfies(told ->
                        assertThat(told.value().get("durationMs").asInt()).isEqualTo(2_100));
    }

    @Test
    void soundThatHasGoneAfterItsTimeIsStillKnownToHaveLasted() {
        // Given
        AudioApi audio = AudioApi.ofATurn();
        store.ensureBucket();
        audio.put("audio/wav", Sounds.wav(24_000)).then().statusCode(201);
        jdbi.useHandle(handle -> handle.execute(
                "update audio set state = 'expired', reason = 'retention' where turn_id = cast(? as uuid)",
                audio.turn()));
        // When
        transcribe(audio.conversation(), audio.turn(), HEARD).then().statusCode(201);
        // Then
        assertThat(Topics.events(audio.conversation(), TRANSCRIBED, 1)
                        .getFirst()
                        .value()
                        .get("durationMs")
                        .asInt())
                .isEqualTo(3_000);
    }

    @Test
    void aTranscriptIsCheckedAndNeedsItsTurn() {
        String conversation = aConversation();
        String turn = id();
        putTurn(conversation, turn, SOUND_ALONE);
        transcribe(conversation, turn, "{}").then().statusCode(400).body("field", equalTo("text"));
        transcribe(conversation, turn, "{\"text\": \"a\", \"confidence\": 2}")
                .then()
                .statusCode(400)
                .body("field", equalTo("confidence"));
        transcribe(conversation, turn, "{\"text\": \"a\", \"language\": \"not a tag\"}")
                .then()
                .statusCode(400);
        transcribe(conversation, id(), HEARD).then().statusCode(404).body("type", equalTo("/problems/unknown-turn"));
        transcribe(aConversation(), turn, HEARD).then().statusCode(404);
        transcribe(conversation, turn, "{\"text\": \"\"}")
                .then()
                .statusCode(201)
                .body("learnerText", equalTo(""));
    }

    private static Response transcribe(String conversation, String turn, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/v1/conversations/{conversation}/turns/{turn}/transcript", conversation, turn);
    }
}
