package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.journey.fault.sound.SoundClient;
import dev.parlance.journey.fault.sound.SoundClient.Turn;
import dev.parlance.journey.fault.sound.Wav;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A learner speaks: the sound first, its text later; whoever listens hears of both.
@ExtendWith(Shared.class)
class VoiceOfALearnerIT {
    private static final Duration SETTLED = Duration.ofSeconds(240);

    /// Two seconds at 8,000 samples of a byte a second, and the head.
    private static final int TWO_SECONDS = 16_044;

    @Test
    void soundAloneBecomesWordsAndADayOnceItIsKnownWhatWasSaid(Installation parlance) throws Exception {
        Api api = parlance.api();
        String caller = "caller-" + UUID.randomUUID();
        var turn = new Turn(UUID.randomUUID(), UUID.randomUUID());
        var client = new SoundClient(api::conversation);
        Wav sound = Wav.of(new Random(7), TWO_SECONDS);
        try (var listener = new Listener(api.conversation() + "/v1/learners/" + caller + "/live")) {
            // the turn, its sound straight to S3, and what was heard in it
            assertThat(client.say(turn, caller).status()).isEqualTo(201);
            JsonNode offer = client.offer(turn, sound).json();
            assertThat(client.upload(offer, sound.bytes()).status()).isEqualTo(200);
            assertThat(client.told(turn, null).status()).isEqualTo(200);
            assertThat(client.state(turn)).isEqualTo("available");
            api.put(path(turn) + "/transcript", """
                    {"text": "I saw a hedgehog in the garden", "language": "en", "confidence": 0.9}
                    """).is(201);

            await().atMost(SETTLED).untilAsserted(() -> {
                assertThat(api.vocabulary(caller))
                        .extracting(word -> word.get("lemma").asText())
                        .contains("see", "hedgehog", "garden");
                assertThat(api.days(caller)).singleElement().satisfies(day -> {
                    assertThat(day.get("turns").asInt()).isOne();
                    assertThat(day.get("speakingMs").asInt()).isEqualTo(2_000);
                    assertThat(day.get("newWords").asInt())
                            .isEqualTo(api.vocabulary(caller).size());
                });
                assertThat(listener.types()).contains("turn", "transcript", "words", "highlight");
            });
        }
        // the sound is given out as it came, and the turn's first body is still its first body
        assertThat(client.get(turn).body()).isEqualTo(sound.bytes());
        assertThat(client.say(turn, caller).status()).isEqualTo(200);
        // where it has been
        await().atMost(SETTLED).untilAsserted(() -> {
            JsonNode trace = api.get(api.conversation() + "/v1/turns/" + turn.turn() + "/trace")
                    .is(200)
                    .body();
            assertThat(trace.get("unanswered")).isEmpty();
            assertThat(trace.get("relayed").isNull()).isFalse();
            assertThat(trace.get("analysed").isNull()).isFalse();
            assertThat(trace.get("summarised").isNull()).isFalse();
        });
    }

    @Test
    void whoeverPrefersToWaitIsAnsweredWithTheWords(Installation parlance) {
        Api api = parlance.api();
        var turn = new Turn(UUID.randomUUID(), UUID.randomUUID());
        api.put("/v1/conversations/" + turn.conversation(), "{\"learnerId\": \"waiting-%s\"}".formatted(turn.turn()))
                .is(201);

        await().atMost(SETTLED).untilAsserted(() -> {
            Api.Answer answer =
                    api.putAndWait(path(turn), "{\"learnerText\": \"We saw two hedgehogs\", \"language\": \"en\"}");
            assertThat(answer.status()).isIn(200, 201);
            assertThat(answer.raw().headers().firstValue("Preference-Applied")).contains("wait=5");
            assertThat(answer.body().at("/analysis/words").findValuesAsText("display"))
                    .contains("hedgehog");
        });
    }

    @Test
    void aChatShowsWhatIsFoundInEachLine(Installation parlance) {
        CommandRun chat = parlance.run(
                "I saw a hedgehog\n",
                "chat",
                "--language",
                "en",
                "--url",
                parlance.api().conversation());

        assertThat(chat.exitCode()).as(chat.err()).isZero();
        assertThat(chat.out()).containsPattern("\\[1\\] .*\\+hedgehog").contains("[1] * new_word: first use of");
    }

    private static String path(Turn turn) {
        return "/v1/conversations/%s/turns/%s".formatted(turn.conversation(), turn.turn());
    }
}
