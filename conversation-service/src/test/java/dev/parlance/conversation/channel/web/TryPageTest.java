package dev.parlance.conversation.channel.web;

import static dev.parlance.conversation.testing.Api.get;
import static dev.parlance.conversation.testing.Api.id;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.event.AnalysisEvent.Highlight;
import dev.parlance.conversation.audio.storage.ObjectStore;
import dev.parlance.conversation.audio.storage.S3TestResource;
import dev.parlance.conversation.testing.AnalysisEvents;
import dev.parlance.conversation.testing.Chromium;
import dev.parlance.kit.testing.TestPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The page for trying a conversation, in a real browser. Skipped if no Chromium is installed. With
/// `-Dparlance.images=docs/images` its screenshot is stored there.
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
@QuarkusTestResource(S3TestResource.class)
class TryPageTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    /// Records the calls about audio without changing them.
    private static final String RECORD_AUDIO_CALLS = """
            window.sound = [];
            const real = window.fetch;
            window.fetch = async (url, options = {}) => {
                const path = String(url);
                if (!path.includes('/audio/') && new URL(path, location).origin === location.origin) {
                    return real(url, options);
                }
                const noted = {url: path, method: options.method, status: 0};
                window.sound.push(noted);
                const answer = await real(url, options);
                noted.status = answer.status;
                return answer;
            };
            """;

    /// Makes the object store unreachable for the browser.
    private static final String BLOCK_OBJECT_STORE = """
            const reaching = window.fetch;
            window.fetch = (url, options) => new URL(url, location).origin === location.origin
                ? reaching(url, options) : Promise.reject(new TypeError('Failed to fetch'));
            """;

    @Inject
    ObjectStore store;

    @BeforeEach
    void makeBucket() {
        store.createBucketIfMissing();
    }

    @Test
    void thePageIsServed() {
        given().redirects()
                .follow(false)
                .get("/try")
                .then()
                .statusCode(303)
                .header("Location", containsString("/try/"));
        get("/try/").then().statusCode(200).contentType("text/html").body(containsString("try.js"));
        for (String module : List.of("try.js", "live.js", "stream.js", "turns.js", "recorder.js", "try.css")) {
            get("/try/" + module).then().statusCode(200);
        }
        get("/parlance.css").then().statusCode(200).contentType("text/css");
    }

    @Test
    void aTypedTurnIsShownWithItsWordsAndHighlightsAsTheyArrive() {
        try (Chromium browser = browser()) {
            browser.open("http://localhost:" + RestAssured.port + "/try/");
            eventually(browser, "document.readyState === 'complete' && !!document.getElementById('saying')");
            // When
            String learner = "mia-" + id().substring(0, 8);
            browser.evaluate("document.querySelector('[name=learner]').value = '%s'".formatted(learner));
            browser.evaluate("document.querySelector('[name=language]').value = 'en'");
            type(browser, "I saw a hedgehog in the garden. I was so happy!"); // characters that every font has
            String turn = turn(browser);
            AnalysisEvents.publishFor(
                    learner,
                    conversation(browser),
                    turn,
                    1,
                    10,
                    "hedgehog",
                    true,
                    List.of(
                            new Highlight(UUID.randomUUID(), "new_word", "first use of hedgehog", "I saw a hedgehog"),
                            new Highlight(UUID.randomUUID(), "emotional_moment", "joy", "I was so happy!")));
            // Then
            eventually(browser, "document.querySelectorAll('#turns .highlights li').length === 2");
            assertThat(browser.evaluate("document.querySelector('#turns .words .new').textContent")
                            .asText())
                    .isEqualTo("hedgehog");
            assertThat(browser.evaluate("document.getElementById('state').textContent")
                            .asText())
                    .isEqualTo("Connected.");
            browser.screenshot(image().orElse(Path.of("target", "try.png")));
            // When the conversation ends
            browser.evaluate("document.getElementById('end').click()");
            eventually(browser, "document.getElementById('note').textContent.includes('client')");
        }
    }

    @Test
    void recordedAudioIsUploadedAndCanBeTranscribedByHand() {
        try (Chromium browser = browser()) {
            browser.addInitScript(RECORD_AUDIO_CALLS);
            // When
            sayAloud(browser);
            // Then
            JsonNode audio = browser.evaluate("window.sound");
            assertThat(audio).extracting(call -> call.get("status").asInt()).containsExactly(200, 200, 200);
            assertThat(audio.at("/0/url").asText()).endsWith("/audio/learner:upload");
            assertThat(audio.at("/1/url").asText()).startsWith("http://").contains("X-Amz-Signature");
            assertThat(audio.at("/1/method").asText()).isEqualTo("PUT");
            assertThat(audio.at("/2/url").asText()).endsWith("/audio/learner:uploaded");
            isAvailable(audio);
            // When
            eventually(browser, "document.querySelectorAll('#turns form').length === 1");
            browser.evaluate("document.querySelector('#turns form input').value = 'I saw a hedgehog'");
            browser.evaluate("document.querySelector('#turns form').requestSubmit()");
            // Then
            eventually(browser, "document.querySelector('#turns .said').textContent === 'I saw a hedgehog'");
            eventually(browser, "document.querySelectorAll('#turns form').length === 0");
        }
    }

    @Test
    void withoutAReachableObjectStoreAudioIsUploadedThroughTheService() {
        try (Chromium browser = browser()) {
            browser.addInitScript(BLOCK_OBJECT_STORE + RECORD_AUDIO_CALLS);
            // When
            sayAloud(browser);
            // Then
            JsonNode audio = browser.evaluate("window.sound");
            assertThat(audio).extracting(call -> call.get("status").asInt()).containsExactly(200, 0, 201);
            assertThat(audio.at("/2/method").asText()).isEqualTo("PUT");
            assertThat(audio.at("/2/url").asText()).contains("/audio/learner?durationMs=");
            isAvailable(audio);
        }
    }

    private static void sayAloud(Chromium browser) {
        browser.open("http://localhost:" + RestAssured.port + "/try/");
        eventually(browser, "document.readyState === 'complete' && !!document.getElementById('record')");
        browser.evaluate("document.getElementById('record').click()");
        eventually(browser, "document.getElementById('record').textContent === 'Stop'");
        browser.evaluate("new Promise(done => setTimeout(done, 2000))"); // records for two seconds
        browser.evaluate("document.getElementById('record').click()");
        eventually(browser, "document.getElementById('note').textContent.includes('uploaded')");
    }

    private static void isAvailable(JsonNode audio) {
        get(audio.at("/0/url").asText().replace("/learner:upload", ""))
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("available"))
                .body("items[0].durationMs", greaterThan(0));
    }

    private static Chromium browser() {
        Optional<Path> program = Chromium.findExecutable();
        assumeTrue(program.isPresent(), "no Chromium is installed: apt-get install chromium, or PARLANCE_CHROMIUM");
        return Chromium.start(program.get());
    }

    private static void type(Chromium browser, String text) {
        browser.evaluate("document.querySelector('[name=text]').value = '%s'".formatted(text));
        browser.evaluate("document.getElementById('saying').requestSubmit()");
        eventually(browser, "document.querySelectorAll('#turns .said').length === 1");
        // a turn may arrive on the stream before its request has ended
        eventually(browser, "performance.getEntriesByType('resource').some(one => one.name.includes('/turns/'))");
    }

    /// The newest conversation, which is that of the browser.
    private static String conversation(Chromium browser) {
        return browser.evaluate("performance.getEntriesByType('resource').map(one => one.name)"
                        + ".findLast(name => name.includes('/turns/')).match(/conversations\\/([0-9a-f-]+)\\//)[1]")
                .asText();
    }

    private static String turn(Chromium browser) {
        return browser.evaluate("performance.getEntriesByType('resource').map(one => one.name)"
                        + ".findLast(name => name.includes('/turns/')).split('/').at(-1)")
                .asText();
    }

    private static Optional<Path> image() {
        return Optional.ofNullable(System.getProperty("parlance.images"))
                .map(directory -> Path.of(System.getProperty("parlance.home", ".."), directory, "try.png"));
    }

    private static void eventually(Chromium browser, String condition) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(browser.evaluate(condition).asBoolean())
                        .as(condition)
                        .isTrue());
    }
}
