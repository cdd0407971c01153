package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.platform.client.ParlanceApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a teacher can find out about a learner's words, and how words of the past get what is known of them today.
@ExtendWith(InstallationExtension.class)
class VocabularyIT {
    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(240);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void wordsOfThePastGetTheLevelsOfAListWhileTheLearnerTalksOn(Installation parlance) throws Exception {
        // Given
        ParlanceApi api = parlance.api();
        String learner = "teen-" + UUID.randomUUID();
        String session = startConversation(api, learner);
        String past = IntStream.range(0, 200)
                .mapToObj(at -> batchTurn(at, "I went home with a red apple"))
                .collect(Collectors.joining(",", "{\"turns\": [", "]}"));
        api.post(api.conversationUrl() + "/v1/conversations/" + session + "/turns:batch", past)
                .requireStatus(207);
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> assertThat(
                        word(api, learner, "go").get("count").asInt())
                .isEqualTo(200));
        Path list = Files.writeString(
                parlance.file("levels-" + session + ".csv"),
                "language,lemma,level,scheme\nen,apple,A1,TEST\nen,go,A1,TEST\n");
        assertThat(parlance.run("", "levels", "import", list.toString(), "--url", api.analysisUrl())
                        .exitCode())
                .isZero();
        // When
        var quiet = new CountDownLatch(1);
        CompletableFuture<Integer> said = CompletableFuture.supplyAsync(() -> sendTurnsUntil(api, session, quiet));
        CommandResult done = parlance.run("", "reanalyze", "--learner", learner, "--json", "--url", api.analysisUrl());
        quiet.countDown();
        int more = said.join();
        // Then
        assertThat(done.exitCode()).as(done.err()).isZero();
        JsonNode outcome = JSON.readTree(done.out());
        assertThat(outcome.get("status").asText()).isEqualTo("completed");
        assertThat(outcome.get("turns").asInt()).isEqualTo(200);
        assertThat(outcome.get("changed").asInt()).isEqualTo(200);
        assertThat(more).isPositive();
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> {
            assertThat(word(api, learner, "apple").get("count").asInt()).isEqualTo(200 + more);
            assertThat(word(api, learner, "apple").get("level").asText()).isEqualTo("A1");
            assertThat(api.days(learner)).singleElement().satisfies(day -> {
                assertThat(day.get("turns").asInt()).isEqualTo(200 + more);
                assertThat(day.get("newWords").asInt())
                        .isEqualTo(api.vocabulary(learner).size());
            });
        });
        assertThat(parlance.run("", "levels", "remove", "en", "TEST", "--url", api.analysisUrl())
                        .exitCode())
                .isZero();
    }

    @Test
    void aTextIsAnalysedForAPersonAndForAProgram(Installation parlance) throws IOException {
        ParlanceApi api = parlance.api();
        CommandResult table = parlance.run("りんごがたべたい", "analyze", "--language", "ja", "--url", api.analysisUrl());
        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.out())
                .startsWith("Language ja (confidence 1.00), 4 words in 1 sentence.")
                .containsPattern("りんご +りんご +林檎 +ja +NOUN +.*りんご · ringo");
        CommandResult json = parlance.run(
                "Where is my little brother? He went to the park with his friends.",
                "analyze",
                "--json",
                "--url",
                api.analysisUrl());
        JsonNode found = JSON.readTree(json.out());
        assertThat(found.get("language").asText()).isEqualTo("en");
        assertThat(found.at("/words/1/lemma").asText()).isEqualTo("be");
        assertThat(found.at("/words/1/band").asInt()).isEqualTo(1);
    }

    @Test
    void aVocabularyGrowsAndEachWordKnowsWhereItWasMet(Installation parlance) {
        ParlanceApi api = parlance.api();
        String learner = "reader-" + UUID.randomUUID();
        String session = startConversation(api, learner);
        putTurn(api, session, "I like apples", "Which apple do you like?", "2026-11-09T09:00:00Z");
        putTurn(api, session, "A red apple", "Yes!", "2026-11-16T09:00:00Z");
        String words = api.analysisUrl() + "/v1/learners/" + learner + "/vocabulary";
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> {
            JsonNode apple = api.get(words + "/en/apple").requireStatus(200).json();
            assertThat(apple.get("count").asInt()).isEqualTo(2);
            assertThat(apple.at("/items/1/excerpt").asText()).isEqualTo("I like apples");
            assertThat(apple.at("/items/1/used").asInt()).isEqualTo(1);
            assertThat(apple.at("/items/1/heard").asInt()).isEqualTo(1);
        });
        assertThat(api.listAll(words + "/growth?period=week"))
                .extracting(
                        week -> week.get("start").asText() + " " + week.get("newWords") + " " + week.get("totalWords"))
                .containsExactly("2026-11-09 3 3", "2026-11-16 2 5");
    }

    /// Repeats until it is stopped, at least once.
    ///
    /// @return how many turns
    private static int sendTurnsUntil(ParlanceApi api, String session, CountDownLatch quiet) {
        int said = 0;
        do {
            putTurn(api, session, "A red apple for me", "Here you are", "2026-11-09T10:00:%02dZ".formatted(said % 60));
            said++;
        } while (quiet.getCount() > 0);
        return said;
    }

    private static String startConversation(ParlanceApi api, String learner) {
        String session = UUID.randomUUID().toString();
        api.put(
                        "/v1/conversations/" + session,
                        "{\"learnerId\": \"%s\", \"language\": \"en\", \"startedAt\": \"2026-11-09T08:00:00Z\"}"
                                .formatted(learner))
                .requireStatus(201);
        return session;
    }

    private static String batchTurn(int at, String said) {
        return "{\"id\": \"%s\", \"learnerText\": \"%s\", \"occurredAt\": \"2026-11-09T08:%02d:%02dZ\"}"
                .formatted(UUID.randomUUID(), said, at / 60, at % 60);
    }

    private static void putTurn(ParlanceApi api, String session, String said, String reply, String at) {
        api.put(
                        "/v1/conversations/%s/turns/%s".formatted(session, UUID.randomUUID()),
                        "{\"learnerText\": \"%s\", \"replyText\": \"%s\", \"occurredAt\": \"%s\"}"
                                .formatted(said, reply, at))
                .requireStatus(201);
    }

    private static JsonNode word(ParlanceApi api, String learner, String lemma) {
        return api.get("%s/v1/learners/%s/vocabulary/en/%s".formatted(api.analysisUrl(), learner, lemma))
                .requireStatus(200)
                .json();
    }
}
