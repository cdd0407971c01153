package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.platform.client.ParlanceApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A child talks to a rabbit: session, turns, the context for the rabbit's next reply, vocabulary, highlights, jobs,
/// and what the parents see of the day.
@ExtendWith(InstallationExtension.class)
class ConversationToDayIT {
    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(240);
    private static final List<String> LEARNER_TEXTS =
            List.of("うさぎさん、こんにちは！", "きょうはりんごをたべたよ", "りんごがすき", "あしたもりんごがたべたい！！", "にんじんもすき？", "おやすみ");

    @Test
    void fromTheFirstWordToTheDay(Installation parlance) {
        ParlanceApi api = parlance.api();
        String child = "child-" + UUID.randomUUID();
        String session = UUID.randomUUID().toString();
        // the session, and turns up to half past eleven at night in Tokyo
        api.put("/v1/conversations/" + session, """
                {"learnerId": "%s", "language": "ja", "timeZone": "Asia/Tokyo", "module": "free-talk",
                 "startedAt": "2026-11-09T14:00:00Z", "metadata": {"device": "rabbit-1"}}
                """.formatted(child)).requireStatus(201);
        List<String> turns = new ArrayList<>();
        for (int at = 0; at < LEARNER_TEXTS.size(); at++) {
            String turn = UUID.randomUUID().toString();
            turns.add(turn);
            api.put("/v1/conversations/%s/turns/%s".formatted(session, turn), """
                    {"learnerText": "%s", "replyText": "うん、そうだね！", "durationMs": 1500,
                     "occurredAt": "2026-11-09T14:%02d:00Z"}
                    """.formatted(
                                    LEARNER_TEXTS.get(at), at * 6))
                    .requireStatus(201);
        }
        // the context of five
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> {
            JsonNode context = api.get(api.conversationUrl() + "/v1/conversations/" + session + "/context?turns=5")
                    .requireStatus(200)
                    .json();
            assertThat(context.get("turns").findValuesAsText("id")).isEqualTo(turns.subList(1, 6));
            assertThat(texts(context.at("/vocabulary/uniqueWords"))).contains("うさぎ", "りんご", "すき");
            assertThat(texts(context.at("/vocabulary/newWords"))).contains("りんご");
        });
        // vocabulary, highlights and jobs, once Japanese has been loaded
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> {
            assertThat(api.vocabulary(child)).anySatisfy(word -> {
                assertThat(word.get("lemma").asText()).isEqualTo("林檎");
                assertThat(word.get("display").asText()).isEqualTo("りんご");
                assertThat(word.get("count").asInt()).isEqualTo(3);
                assertThat(word.get("firstTurnId").asText()).isEqualTo(turns.get(1));
            });
            assertThat(api.listAll(api.analysisUrl() + "/v1/highlights?learnerId=" + child))
                    .filteredOn(
                            highlight -> highlight.get("description").asText().equals("first use of りんご"))
                    .hasSize(1);
            for (String turn : turns) {
                List<JsonNode> jobs = api.listAll(api.analysisUrl() + "/v1/jobs?turnId=" + turn);
                assertThat(jobs)
                        .extracting(job -> job.get("type").asText())
                        .containsExactlyInAnyOrder("vocabulary", "levels", "highlights");
                assertThat(jobs).extracting(job -> job.get("status").asText()).containsOnly("completed");
                assertThat(api.get(api.analysisUrl() + "/v1/turns/" + turn + "/analysis")
                                .json()
                                .get("status")
                                .asText())
                        .isEqualTo("completed"); // and not by a stand-in for a language that is being loaded
            }
        });
        // the end, and the day that the parents see
        api.post(api.conversationUrl() + "/v1/conversations/" + session + "/end", "{}")
                .requireStatus(200);
        await().atMost(SETTLE_TIMEOUT)
                .untilAsserted(() -> assertThat(api.days(child)).singleElement().satisfies(day -> {
                    assertThat(day.get("date").asText()).isEqualTo("2026-11-09");
                    assertThat(day.get("turns").asInt()).isEqualTo(LEARNER_TEXTS.size());
                    assertThat(day.get("conversations").asInt()).isEqualTo(1);
                    assertThat(day.get("speakingMs").asInt()).isEqualTo(9000);
                    assertThat(day.at("/highlights/new_word").asInt())
                            .isEqualTo(day.get("newWords").asInt())
                            .isEqualTo(api.vocabulary(child).size());
                    assertThat(day.get("learnerWords").asInt())
                            .isEqualTo(api.vocabulary(child).stream()
                                    .mapToInt(word -> word.get("count").asInt())
                                    .sum());
                    assertThat(day.at("/byModule/free-talk/turns").asInt()).isEqualTo(LEARNER_TEXTS.size());
                }));
        // computed once more, it is the same
        JsonNode before = api.days(child).getFirst();
        api.post(api.summaryUrl() + "/v1/days/2026-11-09:recompute", "{\"learnerId\": \"" + child + "\"}")
                .requireStatus(202);
        assertThat(api.days(child).getFirst()).isEqualTo(before);
    }

    @Test
    void aTurnAtHalfPastElevenAtNightIsOnTheLearnersDay(Installation parlance) {
        ParlanceApi api = parlance.api();
        String child = "child-" + UUID.randomUUID();
        String session = UUID.randomUUID().toString();
        api.put(
                        "/v1/conversations/" + session,
                        "{\"learnerId\": \"%s\", \"timeZone\": \"Asia/Tokyo\"}".formatted(child))
                .requireStatus(201);
        for (String instant : List.of("2026-11-09T14:30:00Z", "2026-11-09T15:00:00Z")) {
            api.put(
                            "/v1/conversations/%s/turns/%s".formatted(session, UUID.randomUUID()),
                            "{\"learnerText\": \"ねこ\", \"language\": \"ja\", \"occurredAt\": \"%s\"}"
                                    .formatted(instant))
                    .requireStatus(201);
        }
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> assertThat(api.days(child))
                .extracting(day -> day.get("date").asText() + " " + day.get("newWords"))
                .containsExactly("2026-11-09 1", "2026-11-10 0"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
