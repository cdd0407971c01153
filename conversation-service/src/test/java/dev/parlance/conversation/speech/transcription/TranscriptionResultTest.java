package dev.parlance.conversation.speech.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.contract.event.WordTiming;
import dev.parlance.conversation.speech.provider.ProviderFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptionResultTest {
    @Test
    void wordTimingsAndConfidenceAreParsed() {
        TranscriptionResult result = parse("""
                {"text": " I ate it. ", "language": "en",
                 "words": [{"word": " I", "start": 0, "end": 0.1004}, {"word": "ate", "start": 0.1, "end": 0.5}],
                 "segments": [{"avg_logprob": -0.2}, {"avg_logprob": -0.4}]}
                """);
        assertThat(result.text()).isEqualTo("I ate it.");
        assertThat(result.language()).isEqualTo("en");
        assertThat(result.timings())
                .containsExactly(new WordTiming("I", 0, 100, null), new WordTiming("ate", 100, 500, null));
        assertThat(result.confidence()).isCloseTo((Math.exp(-0.2) + Math.exp(-0.4)) / 2, within(1e-9));
    }

    @Test
    void textAloneIsEnough() {
        assertThat(parse("{\"text\": \"hola\"}")).isEqualTo(new TranscriptionResult("hola", null, null, null));
        assertThat(parse("{\"text\": \" \", \"language\": \"japanese\"}"))
                .isEqualTo(new TranscriptionResult("", "ja", null, null))
                .matches(TranscriptionResult::isSilence);
    }

    @Test
    void invalidTimingsAreIgnored() {
        assertThat(parse("{\"text\": \"a\", \"words\": [{\"word\": \"a\", \"start\": 2, \"end\": 1}]}")
                        .timings())
                .isNull();
        assertThat(parse("{\"text\": \"a\", \"words\": [{\"word\": \"a\"}]}").timings())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"hello\"", "{\"text\": 7}", "{\"text\": \"\\u0000\"}"})
    void invalidResponsesAreFailuresOfTheEndpoint(String answer) {
        assertThatThrownBy(() -> parse(answer)).isInstanceOf(ProviderFailure.Unavailable.class);
    }

    private static TranscriptionResult parse(String answer) {
        try {
            return TranscriptionResult.of(new ObjectMapper().readTree(answer));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
