package dev.parlance.conversation;

import static dev.parlance.conversation.Api.get;
import static dev.parlance.conversation.Api.id;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.contract.AnalysisEvent.Highlight;
import dev.parlance.conversation.browser.Chromium;
import dev.parlance.kit.testing.PlatformForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The page on which a person tries a conversation, in a real browser. Skipped where no Chromium is installed. With
/// `-Dparlance.images=docs/images` its screenshot is kept there.
@QuarkusTest
@QuarkusTestResource(PlatformForTests.class)
class TryPageTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    /// Stands in for the calls of the sound, which are another part's: notes them, and answers as the issue says.
    private static final String NOTED_SOUND = """
            window.sound = [];
            const real = window.fetch;
            window.fetch = async (url, options = {}) => {
                if (!String(url).includes('/audio/') && !String(url).includes('s3.invalid')) {
                    return real(url, options);
                }
                const bytes = options.body instanceof ArrayBuffer ? options.body.byteLength : null;
                window.sound.push({url: String(url), method: options.method, bytes,
                                   body: typeof options.body === 'string' ? JSON.parse(options.body) : null});
                return new Response(JSON.stringify({method: 'PUT', url: 'http://s3.invalid/key', headers: {}}),
                                    {status: 200, headers: {'Content-Type': 'application/json'}});
            };
            """;

    @Test
    void thePageIsThereWithoutABrowser() {
        given().redirects()
                .follow(false)
                .get("/try")
                .then()
                .statusCode(303)
                .header("Location", containsString("/try/"));
        get("/try/").then().statusCode(200).contentType("text/html").body(containsString("try.js"));
        for (String module : List.of("try.js", "live.js", "turns.js", "recorder.js", "try.css")) {
            get("/try/" + module).then().statusCode(200);
        }
    }

    @Test
    void whatIsTypedIsShownWithItsWordsAndHighlightsAsTheyCome() {
        try (Chromium browser = browser()) {
            browser.open("http://localhost:" + RestAssured.port + "/try/");
            eventually(browser, "document.readyState === 'complete' && !!document.getElementById('saying')");
            // When
            String learner = "mia-" + id().substring(0, 8);
            browser.evaluate("document.querySelector('[name=learner]').value = '%s'".formatted(learner));
            browser.evaluate("document.querySelector('[name=language]').value = 'en'");
            type(browser, "I saw a hedgehog in the garden. I was so happy!"); // no font of the machine lacks it
            String turn = turn(browser);
            Analyses.tellOf(
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
    void whatIsSaidAloudIsRecordedAndUploaded() {
        try (Chromium browser = browser()) {
            browser.prepare(NOTED_SOUND);
            browser.open("http://localhost:" + RestAssured.port + "/try/");
            eventually(browser, "document.readyState === 'complete' && !!document.getElementById('record')");
            // When
            browser.evaluate("document.getElementById('record').click()");
            eventually(browser, "document.getElementById('record').textContent === 'Stop'");
            browser.evaluate("new Promise(done => setTimeout(done, 600))"); // there is something to hear
            browser.evaluate("document.getElementById('record').click()");
            // Then
            eventually(browser, "document.getElementById('note').textContent.includes('uploaded')");
            JsonNode sound = browser.evaluate("window.sound");
            assertThat(sound).hasSize(3);
            assertThat(sound.at("/0/url").asText()).endsWith("/audio/learner:upload");
            assertThat(sound.at("/0/body/contentType").asText()).startsWith("audio/");
            assertThat(sound.at("/0/body/sha256").asText()).hasSize(64);
            assertThat(sound.at("/0/body/sizeBytes").asInt())
                    .isPositive()
                    .isEqualTo(sound.at("/1/bytes").asInt());
            assertThat(sound.at("/1/method").asText()).isEqualTo("PUT");
            assertThat(sound.at("/2/url").asText()).endsWith("/audio/learner:uploaded");
            assertThat(sound.at("/2/body/durationMs").asInt()).isPositive();
            eventually(browser, "document.querySelectorAll('#turns > li').length === 1");
        }
    }

    private static Chromium browser() {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "no Chromium is installed: apt-get install chromium, or PARLANCE_CHROMIUM");
        return Chromium.start(program.get());
    }

    private static void type(Chromium browser, String text) {
        browser.evaluate("document.querySelector('[name=text]').value = '%s'".formatted(text));
        browser.evaluate("document.getElementById('saying').requestSubmit()");
        eventually(browser, "document.querySelectorAll('#turns .said').length === 1");
    }

    /// The newest conversation is the browser's.
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
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(browser.evaluate(condition).asBoolean())
                        .as(condition)
                        .isTrue());
    }
}
