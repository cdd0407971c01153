package dev.parlance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.platform.client.AudioClient;
import dev.parlance.platform.client.AudioClient.AudioTurn;
import dev.parlance.platform.client.HttpResult;
import dev.parlance.platform.client.JsonHttpClient;
import dev.parlance.platform.client.ParlanceApi;
import dev.parlance.platform.client.Wav;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A learner speaks: the audio comes first, its text later; the live stream delivers both.
@ExtendWith(InstallationExtension.class)
class AudioTurnIT {
    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(240);

    /// Two seconds at 8,000 samples of a byte a second, and the head.
    private static final int TWO_SECONDS_BYTES = 16_044;

    @Test
    void soundAloneBecomesWordsAndADayOnceItIsKnownWhatWasSaid(Installation parlance) throws Exception {
        ParlanceApi api = parlance.api();
        String caller = "caller-" + UUID.randomUUID();
        var turn = AudioTurn.random();
        var client = new AudioClient(api::conversationUrl, Duration.ofSeconds(20));
        Wav sound = Wav.of(new Random(7), TWO_SECONDS_BYTES);
        try (var listener = new LiveStreamListener(api.conversationUrl() + "/v1/learners/" + caller + "/live")) {
            // the turn, its sound straight to S3, and what was heard in it
            assertThat(client.putTurn(turn, caller).status()).isEqualTo(201);
            JsonNode offer = client.requestUpload(turn, sound).json();
            assertThat(client.upload(offer, sound.bytes()).status()).isEqualTo(200);
            assertThat(client.completeUpload(turn, null).status()).isEqualTo(200);
            assertThat(client.uploadState(turn)).isEqualTo("available");
            api.put(turn.path() + "/transcript", """
                    {"text": "I saw a hedgehog in the garden", "language": "en", "confidence": 0.9}
                    """).requireStatus(201);

            await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> {
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
        assertThat(client.getAudio(turn).body()).isEqualTo(sound.bytes());
        assertThat(client.putTurn(turn, caller).status()).isEqualTo(200);
        // where it has been
        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> {
            JsonNode trace = api.get(api.conversationUrl() + "/v1/turns/" + turn.turn() + "/trace")
                    .requireStatus(200)
                    .json();
            assertThat(trace.get("unanswered")).isEmpty();
            assertThat(trace.get("relayed").isNull()).isFalse();
            assertThat(trace.get("analysed").isNull()).isFalse();
            assertThat(trace.get("summarised").isNull()).isFalse();
        });
    }

    @Test
    void whoeverPrefersToWaitIsAnsweredWithTheWords(Installation parlance) {
        ParlanceApi api = parlance.api();
        var turn = AudioTurn.random();
        api.put("/v1/conversations/" + turn.conversation(), "{\"learnerId\": \"waiting-%s\"}".formatted(turn.turn()))
                .requireStatus(201);

        await().atMost(SETTLE_TIMEOUT).untilAsserted(() -> {
            HttpResult answer = ParlanceApi.send(JsonHttpClient.request(
                            "PUT",
                            api.conversationUrl() + turn.path(),
                            "{\"learnerText\": \"We saw two hedgehogs\", \"language\": \"en\"}")
                    .header("Prefer", "wait=5"));
            assertThat(answer.status()).isIn(200, 201);
            assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=5");
            assertThat(answer.json().at("/analysis/words").findValuesAsText("display"))
                    .contains("hedgehog");
        });
    }

    @Test
    void aChatShowsWhatIsFoundInEachLine(Installation parlance) {
        CommandResult chat = parlance.run(
                "I saw a hedgehog\n",
                "chat",
                "--language",
                "en",
                "--url",
                parlance.api().conversationUrl());

        assertThat(chat.exitCode()).as(chat.err()).isZero();
        assertThat(chat.out()).containsPattern("\\[1\\] .*\\+hedgehog").contains("[1] * new_word: first use of");
    }
}
