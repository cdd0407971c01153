package dev.parlance.conversation;

import static dev.parlance.conversation.Api.aConversation;
import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static dev.parlance.conversation.Api.post;
import static dev.parlance.conversation.Api.putTurn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parlance.conversation.sound.Sounds;
import dev.parlance.kit.testing.PlatformForTests;
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

/// Sound of learners becomes text.
@QuarkusTest
@TestProfile(ProviderProfile.class)
@QuarkusTestResource(PlatformForTests.class)
@QuarkusTestResource(S3ForTests.class)
class TranscriptionTest {
    private static final Duration SOON = Duration.ofSeconds(120);

    @Inject
    Jdbi jdbi;

    private final String turn = id();
    private String conversation;

    @BeforeEach
    void aTurnThatIsSoundAlone() {
        Provider.isGood();
        conversation = aConversation();
    }

    @Test
    void aTurnThatBeganAsSoundLearnsItsTextFromTheEndpoint() {
        // When
        say("{\"audio\": [\"learner\"]}");
        // Then
        completed();
        JsonPath known = turn();
        assertThat(known.getString("learnerText")).isEqualTo("りんごがたべたい");
        assertThat(known.getList("wordTimings.word")).containsExactly("りんご", "が");
        assertThat(Topics.events(conversation, "parlance.turn-transcribed.v1", 1))
                .hasSize(1);
        assertThat(Provider.asked())
                .singleElement()
                .asString()
                .contains("name=\"model\"\r\n\r\nwhisper-1\r\n", "name=\"language\"\r\n\r\nja\r\n", "verbose_json")
                .contains("filename=\"sound.wav\"\r\nContent-Type: audio/wav\r\n\r\nRIFF");
    }

    @Test
    void aTurnThatDoesNotSayItsLanguageIsInTheOneThatWasHeard() {
        // When
        say("{\"audio\": [\"learner\"], \"language\": \"und\"}");
        // Then
        completed();
        assertThat(turn().getString("language")).isEqualTo("ja");
    }

    @Test
    void anEmptyTextIsNone() {
        say("{\"learnerText\": \"\", \"audio\": [\"learner\"]}");
        completed();
        assertThat(turn().getString("learnerText")).isEqualTo("りんごがたべたい");
    }

    @Test
    void aTurnThatCameWithItsTextIsNotHeardAgain() {
        say("{\"learnerText\": \"me gusta\", \"audio\": [\"learner\"]}");
        assertThat(jobs().getList("items")).isEmpty();
    }

    @Test
    void anEndpointThatFailsIsAskedAgainUntilItHears() {
        // Given
        Provider.answersAtFirst(2, 503, "0");
        // When
        say("{\"audio\": [\"learner\"]}");
        // Then
        completed();
        assertThat(turn().getString("learnerText")).isEqualTo("りんごがたべたい");
        assertThat(jobs().getInt("items[0].attempts")).isEqualTo(3);
    }

    @Test
    void aJobThatIsTriedInVainWaitsForAPersonAndSucceedsWhenItIsRetried() {
        // Given
        Provider.answers(500, "0");
        say("{\"audio\": [\"learner\"]}");
        await().atMost(SOON).untilAsserted(() -> assertThat(jobs().getString("items[0].status"))
                .isEqualTo("failed"));
        assertThat(jobs().getInt("items[0].attempts")).isEqualTo(3);
        assertThat(jobs().getString("items[0].error")).isEqualTo("The transcription endpoint answered 500");
        Provider.isGood();
        // When
        post("/v1/admin/transcriptions/%s:retry".formatted(jobs().getString("items[0].id")), "")
                .then()
                .statusCode(202);
        // Then
        completed();
    }

    @Test
    void soundThatTheEndpointWillNotHearFailsAtOnce() {
        Provider.answers(400);
        say("{\"audio\": [\"learner\"]}");
        await().atMost(SOON).untilAsserted(() -> assertThat(jobs().getString("items[0].status"))
                .isEqualTo("failed"));
        assertThat(jobs().getInt("items[0].attempts")).isEqualTo(1);
        assertThat(Provider.asked()).hasSize(1);
    }

    @Test
    void whatAClientSaysMeanwhileCountsForMore() {
        // Given
        Provider.isSilent();
        say("{\"audio\": [\"learner\"]}");
        await().atMost(SOON).untilAsserted(() -> assertThat(Provider.asked()).hasSize(1));
        // When
        given().contentType("application/json")
                .body("{\"text\": \"りんごを食べたい\"}")
                .put("/v1/conversations/%s/turns/%s/transcript".formatted(conversation, turn))
                .then()
                .statusCode(201);
        Provider.speaksAtLast();
        // Then
        completed();
        assertThat(turn().getString("learnerText")).isEqualTo("りんごを食べたい");
    }

    @Test
    void aJobWhoseWorkerDiedIsTakenUpAgain() {
        // When
        aWorkerIsGoneAfter(1);
        // Then
        completed();
        assertThat(jobs().getInt("items[0].attempts")).isEqualTo(2);
    }

    @Test
    void aJobThatTakesEachOfItsWorkersWithItIsGivenUpAndCanBeRetried() {
        // When
        aWorkerIsGoneAfter(3);
        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(jobs().getString("items[0].status"))
                .isEqualTo("failed"));
        assertThat(jobs().getString("items[0].error")).startsWith("Whoever worked on it was gone");
        assertThat(Provider.asked()).isEmpty();
        post("/v1/admin/transcriptions/%s:retry".formatted(jobs().getString("items[0].id")), "")
                .then()
                .statusCode(202);
        completed();
    }

    @Test
    void jobsAreListedByTheirStatusAndUnknownOnesAreToldApart() {
        get("/v1/admin/transcriptions?status=sleeping").then().statusCode(400);
        get("/v1/admin/transcriptions?status=failed&limit=1").then().statusCode(200);
        post("/v1/admin/transcriptions/%s:retry".formatted(id()), "").then().statusCode(404);
        post("/v1/admin/transcriptions/nonsense:retry", "").then().statusCode(404);
    }

    /// A job that nobody works on any more, though it says that somebody does, and that was tried so often.
    private void aWorkerIsGoneAfter(int tries) {
        Provider.answers(500, "0");
        say("{\"audio\": [\"learner\"]}");
        await().atMost(SOON).untilAsserted(() -> assertThat(jobs().getString("items[0].status"))
                .isEqualTo("failed"));
        Provider.isGood();
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

    private void say(String body) {
        putTurn(conversation, turn, body).then().statusCode(201);
        given().contentType("audio/wav")
                .body(Sounds.wav(8_000))
                .put("/v1/conversations/%s/turns/%s/audio/learner".formatted(conversation, turn))
                .then()
                .statusCode(201);
    }

    private void completed() {
        await().atMost(SOON).untilAsserted(() -> assertThat(jobs().getString("items[0].status"))
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
