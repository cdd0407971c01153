package dev.parlance.conversation.dialogue.transcript;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.putTurn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.conversation.audio.format.SampleAudio;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.audio.transfer.AudioApi;
import dev.parlance.conversation.testing.TopicReader;
import dev.parlance.conversation.testing.TopicReader.PublishedEvent;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class TranscriptResourceTest {
    private static final String TRANSCRIBED = "parlance.turn-transcribed.v1";
    private static final String AUDIO_ONLY_TURN = "{\"audio\": [\"learner\"], \"durationMs\": 2100}";
    private static final String TRANSCRIPT_BODY = """
            {"text": "りんごがたべたい", "language": "ja", "confidence": 0.91,
             "wordTimings": [{"word": "りんご", "startMs": 0, "endMs": 620, "confidence": 0.93}]}
            """;

    @Inject
    ObjectStore store;

    @Inject
    Jdbi jdbi;

    @Test
    void aTranscriptWhoseEventWouldBeTooLargeIsRefused() {
        // Given
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, AUDIO_ONLY_TURN).then().statusCode(201);
        String timing = "{\"word\": \"%s\", \"startMs\": 0, \"endMs\": 1}".formatted("w".repeat(300));
        // When
        Response response = transcribe(
                conversation,
                turn,
                "{\"text\": \"a\", \"wordTimings\": [%s]}"
                        .formatted(String.join(",", Collections.nCopies(1_000, timing))));
        // Then
        response.then().statusCode(413).body("type", equalTo("/problems/event-too-large"));
        transcribe(conversation, turn, TRANSCRIPT_BODY).then().statusCode(201);
    }

    @Test
    void aTranscriptReplacesTheTurnsText() {
        // Given
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, AUDIO_ONLY_TURN).then().statusCode(201).body("transcript", nullValue());
        // When
        Response response = transcribe(conversation, turn, TRANSCRIPT_BODY);
        // Then
        response.then()
                .statusCode(201)
                .body("learnerText", equalTo("りんごがたべたい"))
                .body("wordTimings[0].word", equalTo("りんご"))
                .body("transcript.confidence", equalTo(0.91f));
        List<PublishedEvent> events = TopicReader.events(conversation, 3);
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
    void theFirstBodyOfATurnStaysKnownAfterATranscript() {
        // Given
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, AUDIO_ONLY_TURN);
        transcribe(conversation, turn, TRANSCRIPT_BODY);
        // When
        Response repeated = putTurn(conversation, turn, AUDIO_ONLY_TURN);
        // Then
        repeated.then().statusCode(200).body("learnerText", equalTo("りんごがたべたい"));
    }

    @Test
    void theSameTranscriptAgainChangesNothingAndAnotherGetsAGreaterRevision() {
        // Given
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, AUDIO_ONLY_TURN);
        long first = transcribe(conversation, turn, TRANSCRIPT_BODY).jsonPath().getLong("transcript.revision");
        // When
        Response same = transcribe(conversation, turn, TRANSCRIPT_BODY);
        Response better = transcribe(conversation, turn, "{\"text\": \"りんごをたべたい\"}");
        // Then
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(same.jsonPath().getLong("transcript.revision")).isEqualTo(first);
        assertThat(better.statusCode()).isEqualTo(200);
        assertThat(better.jsonPath().getLong("transcript.revision")).isGreaterThan(first);
        assertThat(better.jsonPath().getString("language")).isEqualTo("ja");
        assertThat(TopicReader.events(conversation, TRANSCRIBED, 2)).hasSize(2);
    }

    @Test
    void withoutADurationFromTheClientThatOfTheAudioCounts() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        store.createBucketIfMissing();
        audio.put("audio/wav", SampleAudio.wav(24_000)).then().statusCode(201);
        // When
        transcribe(audio.conversation(), audio.turn(), TRANSCRIPT_BODY).then().statusCode(201);
        // Then
        assertThat(TopicReader.events(audio.conversation(), TRANSCRIBED, 1)
                        .getFirst()
                        .value()
                        .get("durationMs")
                        .asInt())
                .isEqualTo(3_000);
    }

    @Test
    void audioAfterItsTranscriptAddsTheDurationOnceUnderAGreaterRevision() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        store.createBucketIfMissing();
        transcribe(audio.conversation(), audio.turn(), TRANSCRIPT_BODY).then().statusCode(201);
        byte[] sound = SampleAudio.wav(24_000);
        // When
        audio.put("audio/wav", sound).then().statusCode(201);
        // Then
        audio.put("audio/wav", sound).then().statusCode(200);
        transcribe(audio.conversation(), audio.turn(), TRANSCRIPT_BODY).then().statusCode(200);
        List<PublishedEvent> events = TopicReader.events(audio.conversation(), TRANSCRIBED, 2);
        assertThat(events).hasSize(2);
        var before = (ObjectNode) events.getFirst().value();
        var after = (ObjectNode) events.getLast().value();
        assertThat(after.get("durationMs").asInt()).isEqualTo(3_000);
        assertThat(after.get("revision").asLong())
                .isGreaterThan(before.get("revision").asLong());
        List<String> late = List.of("durationMs", "revision");
        assertThat(after.remove(late)).isEqualTo(before.remove(late));
    }

    @Test
    void theClientsDurationTakesPrecedenceOverThatOfTheAudio() {
        // Given
        AudioApi audio = AudioApi.ofNewTurnLasting(2_100);
        store.createBucketIfMissing();
        transcribe(audio.conversation(), audio.turn(), TRANSCRIPT_BODY).then().statusCode(201);
        // When
        audio.put("audio/wav", SampleAudio.wav(24_000)).then().statusCode(201);
        // Then
        assertThat(TopicReader.events(audio.conversation(), TRANSCRIBED, 1))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.value().get("durationMs").asInt()).isEqualTo(2_100));
    }

    @Test
    void expiredAudioKeepsItsDuration() {
        // Given
        AudioApi audio = AudioApi.ofNewTurn();
        store.createBucketIfMissing();
        audio.put("audio/wav", SampleAudio.wav(24_000)).then().statusCode(201);
        jdbi.useHandle(handle -> handle.execute(
                "update audio set state = 'expired', reason = 'retention' where turn_id = cast(? as uuid)",
                audio.turn()));
        // When
        transcribe(audio.conversation(), audio.turn(), TRANSCRIPT_BODY).then().statusCode(201);
        // Then
        assertThat(TopicReader.events(audio.conversation(), TRANSCRIBED, 1)
                        .getFirst()
                        .value()
                        .get("durationMs")
                        .asInt())
                .isEqualTo(3_000);
    }

    @Test
    void aTranscriptIsCheckedAndNeedsItsTurn() {
        String conversation = createConversation();
        String turn = id();
        putTurn(conversation, turn, AUDIO_ONLY_TURN);
        transcribe(conversation, turn, "{}").then().statusCode(400).body("field", equalTo("text"));
        transcribe(conversation, turn, "{\"text\": \"a\", \"confidence\": 2}")
                .then()
                .statusCode(400)
                .body("field", equalTo("confidence"));
        transcribe(conversation, turn, "{\"text\": \"a\", \"language\": \"not a tag\"}")
                .then()
                .statusCode(400);
        transcribe(conversation, id(), TRANSCRIPT_BODY)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-turn"));
        transcribe(createConversation(), turn, TRANSCRIPT_BODY).then().statusCode(404);
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
