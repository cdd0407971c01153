package dev.parlance.conversation.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.WordTiming;
import dev.parlance.conversation.provider.ProviderFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeardTest {
    @Test
    void wordsAreReadWithTheirTimesAndHowSureTheModelIs() {
        Heard heard = heard("""
                {"text": " I ate it. ", "language": "en",
                 "words": [{"word": " I", "start": 0, "end": 0.1004}, {"word": "ate", "start": 0.1, "end": 0.5}],
                 "segments": [{"avg_logprob": -0.2}, {"avg_logprob": -0.4}]}
                """);
        assertThat(heard.text()).isEqualTo("I ate it.");
        assertThat(heard.language()).isEqualTo("en");
        assertThat(heard.timings())
                .containsExactly(new WordTiming("I", 0, 100, null), new WordTiming("ate", 100, 500, null));
        assertThat(heard.confidence()).isCloseTo((Math.exp(-0.2) + Math.exp(-0.4)) / 2, within(1e-9));
    }

    @Test
    void textAloneIsEnough() {
        assertThat(heard("{\"text\": \"hola\"}")).isEqualTo(new Heard("hola", null, null, null));
        assertThat(heard("{\"text\": \" \", \"language\": \"japanese\"}"))
                .isEqualTo(new Heard("", "ja", null, null))
                .matches(Heard::isSilence);
    }

    @Test
    void timesThatCannotBeAreNoTimes() {
        assertThat(heard("{\"text\": \"a\", \"words\": [{\"word\": \"a\", \"start\": 2, \"end\": 1}]}")
                        .timings())
                .isNull();
        assertThat(heard("{\"text\": \"a\", \"words\": [{\"word\": \"a\"}]}").timings())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"hello\"", "{\"text\": 7}", "{\"text\": \"\\u0000\"}"})
    void whatIsNoTranscriptIsAFailureOfTheEndpoint(String answer) {
        assertThatThrownBy(() -> heard(answer)).isInstanceOf(ProviderFailure.Away.class);
    }

    private static Heard heard(String answer) {
        try {
            return Heard.of(new ObjectMapper().readTree(answer));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
