package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A child talks to a rabbit: session, turns, the context for the rabbit's next reply, vocabulary, highlights, jobs,
/// and what the parents see of the day.
@ExtendWith(Shared.class)
class SessionOfARabbitIT {
    private static final Duration SETTLED = Duration.ofSeconds(240);
    private static final List<String> SAID =
            List.of("うさぎさん、こんにちは！", "きょうはりんごをたべたよ", "りんごがすき", "あしたもりんごがたべたい！！", "にんじんもすき？", "おやすみ");

    @Test
    void fromTheFirstWordToTheDay(Installation parlance) {
        Api api = parlance.api();
        String child = "child-" + UUID.randomUUID();
        String session = UUID.randomUUID().toString();
        // the session, and turns up to half past eleven at night in Tokyo
        api.put("/v1/conversations/" + session, """
                {"learnerId": "%s", "language": "ja", "timeZone": "Asia/Tokyo", "module": "free-talk",
                 "startedAt": "2026-11-09T14:00:00Z", "metadata": {"device": "rabbit-1"}}
                """.formatted(child)).is(201);
        List<String> turns = new ArrayList<>();
        for (int at = 0; at < SAID.size(); at++) {
            String turn = UUID.randomUUID().toString();
            turns.add(turn);
            api.put("/v1/conversations/%s/turns/%s".formatted(session, turn), """
                    {"learnerText": "%s", "replyText": "うん、そうだね！", "durationMs": 1500,
                     "occurredAt": "2026-11-09T14:%02d:00Z"}
                    """.formatted(SAID.get(at), at * 6))
                    .is(201);
        }
        // the context of five
        await().atMost(SETTLED).untilAsserted(() -> {
            JsonNode context = api.get(api.conversation() + "/v1/conversations/" + session + "/context?turns=5")
                    .is(200)
                    .body();
            assertThat(context.get("turns").findValuesAsText("id")).isEqualTo(turns.subList(1, 6));
            assertThat(texts(context.at("/vocabulary/uniqueWords"))).contains("うさぎ", "りんご", "すき");
            assertThat(texts(context.at("/vocabulary/newWords"))).contains("りんご");
        });
        // vocabulary, highlights and jobs, once Japanese has been loaded
        await().atMost(SETTLED).untilAsserted(() -> {
            assertThat(api.vocabulary(child)).anySatisfy(word -> {
                assertThat(word.get("lemma").asText()).isEqualTo("林檎");
                assertThat(word.get("display").asText()).isEqualTo("りんご");
                assertThat(word.get("count").asInt()).isEqualTo(3);
                assertThat(word.get("firstTurnId").asText()).isEqualTo(turns.get(1));
            });
            assertThat(api.all(api.analysis() + "/v1/highlights?learnerId=" + child))
                    .filteredOn(
                            highlight -> highlight.get("description").asText().equals("first use of りんご"))
                    .hasSize(1);
            for (String turn : turns) {
                List<JsonNode> jobs = api.all(api.analysis() + "/v1/jobs?turnId=" + turn);
                assertThat(jobs)
                        .extracting(job -> job.get("type").asText())
                        .containsExactlyInAnyOrder("vocabulary", "levels", "highlights");
                assertThat(jobs).extracting(job -> job.get("status").asText()).containsOnly("completed");
                assertThat(api.get(api.analysis() + "/v1/turns/" + turn + "/analysis")
                                .body()
                                .get("status")
                                .asText())
                        .isEqualTo("completed"); // and not by a stand-in for a language that is being loaded
            }
        });
        // the end, and the day that the parents see
        api.post(api.conversation() + "/v1/conversations/" + session + "/end", "{}")
                .is(200);
        await().atMost(SETTLED)
                .untilAsserted(() -> assertThat(api.days(child)).singleElement().satisfies(day -> {
                    assertThat(day.get("date").asText()).isEqualTo("2026-11-09");
                    assertThat(day.get("turns").asInt()).isEqualTo(SAID.size());
                    assertThat(day.get("conversations").asInt()).isEqualTo(1);
                    assertThat(day.get("speakingMs").asInt()).isEqualTo(9000);
                    assertThat(day.at("/highlights/new_word").asInt())
                            .isEqualTo(day.get("newWords").asInt())
                            .isEqualTo(api.vocabulary(child).size());
                    assertThat(day.get("learnerWords").asInt())
                            .isEqualTo(api.vocabulary(child).stream()
                                    .mapToInt(word -> word.get("count").asInt())
                                    .sum());
                    assertThat(day.at("/byModule/free-talk/turns").asInt()).isEqualTo(SAID.size());
                }));
        // computed once more, it is the same
        JsonNode before = api.days(child).getFirst();
        api.post(api.summary() + "/v1/days/2026-11-09:recompute", "{\"learnerId\": \"" + child + "\"}")
                .is(202);
        assertThat(api.days(child).getFirst()).isEqualTo(before);
    }

    @Test
    void aTurnAtHalfPastElevenAtNightIsOnTheLearnersDay(Installation parlance) {
        Api api = parlance.api();
        String child = "child-" + UUID.randomUUID();
        String session = UUID.randomUUID().toString();
        api.put(
                        "/v1/conversations/" + session,
                        "{\"learnerId\": \"%s\", \"timeZone\": \"Asia/Tokyo\"}".formatted(child))
                .is(201);
        for (String instant : List.of("2026-11-09T14:30:00Z", "2026-11-09T15:00:00Z")) {
            api.put(
                            "/v1/conversations/%s/turns/%s".formatted(session, UUID.randomUUID()),
                            "{\"learnerText\": \"ねこ\", \"language\": \"ja\", \"occurredAt\": \"%s\"}"
                                    .formatted(instant))
                    .is(201);
        }
        await().atMost(SETTLED).untilAsserted(() -> assertThat(api.days(child))
                .extracting(day -> day.get("date").asText() + " " + day.get("newWords"))
                .containsExactly("2026-11-09 1", "2026-11-10 0"));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
