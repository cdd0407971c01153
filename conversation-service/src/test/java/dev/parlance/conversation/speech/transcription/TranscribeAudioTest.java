package dev.parlance.conversation.speech.transcription;

import static dev.parlance.conversation.testing.Api.createConversation;
import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static dev.parlance.conversation.testing.Api.post;
import static dev.parlance.conversation.testing.Api.putTurn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.conversation.audio.format.SampleAudio;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.speech.provider.StubProviderControl;
import dev.parlance.conversation.speech.provider.StubProviderProfile;
import dev.parlance.conversation.testing.TopicReader;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Transcription of learner audio.
@QuarkusTest
@TestProfile(StubProviderProfile.class)
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class TranscribeAudioTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    @Inject
    Jdbi jdbi;

    private final String turn = id();
    private String conversation;

    @BeforeEach
    void resetProviderAndCreateConversation() {
        StubProviderControl.behaveNormally();
        conversation = createConversation();
    }

    @Test
    void aTurnWithAudioAloneGetsItsTextFromTheEndpoint() {
        // When
        putTurnWithAudio("{\"audio\": [\"learner\"]}");
        // Then
        awaitCompleted();
        JsonPath known = turn();
        assertThat(known.getString("learnerText")).isEqualTo("りんごがたべたい");
        assertThat(known.getList("wordTimings.word")).containsExactly("りんご", "が");
        assertThat(TopicReader.events(conversation, "parlance.turn-transcribed.v1", 1))
                .hasSize(1);
        assertThat(StubProviderControl.requests())
                .singleElement()
                .asString()
                .contains("name=\"model\"\r\n\r\nwhisper-1\r\n", "name=\"language\"\r\n\r\nja\r\n", "verbose_json")
                .contains("filename=\"sound.wav\"\r\nContent-Type: audio/wav\r\n\r\nRIFF");
    }

    @Test
    void anUndeterminedLanguageIsReplacedByTheReportedOne() {
        // When
        putTurnWithAudio("{\"audio\": [\"learner\"], \"language\": \"und\"}");
        // Then
        awaitCompleted();
        assertThat(turn().getString("language")).isEqualTo("ja");
    }

    @Test
    void anEmptyTextCountsAsMissing() {
        putTurnWithAudio("{\"learnerText\": \"\", \"audio\": [\"learner\"]}");
        awaitCompleted();
        assertThat(turn().getString("learnerText")).isEqualTo("りんごがたべたい");
    }

    @Test
    void aTurnWithTextIsNotTranscribed() {
        putTurnWithAudio("{\"learnerText\": \"me gusta\", \"audio\": [\"learner\"]}");
        assertThat(jobs().getList("items")).isEmpty();
    }

    @Test
    void aFailingEndpointIsRetriedUntilItSucceeds() {
        // Given
        StubProviderControl.respondAtFirstWith(2, 503, "0");
        // When
        putTurnWithAudio("{\"audio\": [\"learner\"]}");
        // Then
        awaitCompleted();
        assertThat(turn().getString("learnerText")).isEqualTo("りんごがたべたい");
        assertThat(jobs().getInt("items[0].attempts")).isEqualTo(3);
    }

    @Test
    void anExhaustedJobFailsAndSucceedsWhenAPersonRetriesIt() {
        // Given
        StubProviderControl.respondWith(500, "0");
        putTurnWithAudio("{\"audio\": [\"learner\"]}");
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(jobs().getString("items[0].status"))
                .isEqualTo("failed"));
        assertThat(jobs().getInt("items[0].attempts")).isEqualTo(3);
        assertThat(jobs().getString("items[0].error")).isEqualTo("The transcription endpoint answered 500");
        StubProviderControl.behaveNormally();
        // When
        post("/v1/admin/transcriptions/%s:retry".formatted(jobs().getString("items[0].id")), "")
                .then()
                .statusCode(202);
        // Then
        awaitCompleted();
    }

    @Test
    void audioThatTheEndpointRejectsFailsAtOnce() {
        StubProviderControl.respondWith(400);
        putTurnWithAudio("{\"audio\": [\"learner\"]}");
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(jobs().getString("items[0].status"))
                .isEqualTo("failed"));
        assertThat(jobs().getInt("items[0].attempts")).isEqualTo(1);
        assertThat(StubProviderControl.requests()).hasSize(1);
    }

    @Test
    void aTranscriptThatTheClientSendsMeanwhileIsKept() {
        // Given
        StubProviderControl.holdResponses();
        putTurnWithAudio("{\"audio\": [\"learner\"]}");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(StubProviderControl.requests()).hasSize(1));
        // When
        given().contentType("application/json")
                .body("{\"text\": \"りんごを食べたい\"}")
                .put("/v1/conversations/%s/turns/%s/transcript".formatted(conversation, turn))
                .then()
                .statusCode(201);
        StubProviderControl.releaseResponses();
        // Then
        awaitCompleted();
        assertThat(turn().getString("learnerText")).isEqualTo("りんごを食べたい");
    }

    @Test
    void aJobWhoseWorkerDiedIsRunAgain() {
        // When
        loseWorkerAfter(1);
        // Then
        awaitCompleted();
        assertThat(jobs().getInt("items[0].attempts")).isEqualTo(2);
    }

    @Test
    void aJobWhoseWorkersAllDieFailsAndCanBeRetried() {
        // When
        loseWorkerAfter(3);
        // Then
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(jobs().getString("items[0].status"))
                .isEqualTo("failed"));
        assertThat(jobs().getString("items[0].error")).startsWith("Whoever worked on it was gone");
        assertThat(StubProviderControl.requests()).isEmpty();
        post("/v1/admin/transcriptions/%s:retry".formatted(jobs().getString("items[0].id")), "")
                .then()
                .statusCode(202);
        awaitCompleted();
    }

    @Test
    void jobsAreListedByStatusAndUnknownIdsAreNotFound() {
        get("/v1/admin/transcriptions?status=sleeping").then().statusCode(400);
        get("/v1/admin/transcriptions?status=failed&limit=1").then().statusCode(200);
        post("/v1/admin/transcriptions/%s:retry".formatted(id()), "").then().statusCode(404);
        post("/v1/admin/transcriptions/nonsense:retry", "").then().statusCode(404);
    }

    /// A job whose last worker died after this many attempts.
    private void loseWorkerAfter(int tries) {
        StubProviderControl.respondWith(500, "0");
        putTurnWithAudio("{\"audio\": [\"learner\"]}");
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(jobs().getString("items[0].status"))
                .isEqualTo("failed"));
        StubProviderControl.behaveNormally();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update transcription
                        set status = 'processing', attempts = :tries, claim = :dead, next_at = now()
                        where turn_id = :turn
                        """)
                .bind("tries", tries)
                .bind("dead", UUID.randomUUID())
                .bind("turn", UUID.fromString(turn))
                .execute());
    }

    private void putTurnWithAudio(String body) {
        putTurn(conversation, turn, body).then().statusCode(201);
        given().contentType("audio/wav")
                .body(SampleAudio.wav(8_000))
                .put("/v1/conversations/%s/turns/%s/audio/learner".formatted(conversation, turn))
                .then()
                .statusCode(201);
    }

    private void awaitCompleted() {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(jobs().getString("items[0].status"))
                .isEqualTo("completed"));
    }

    private JsonPath jobs() {
        return get("/v1/admin/transcriptions?turnId=" + turn).jsonPath();
    }

    private JsonPath turn() {
        return get("/v1/conversations/%s/turns".formatted(conversation))
                .jsonPath()
                .setRootPath("items[0]");
    }
}
