package dev.parlance.conversation.speech.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.conversation.speech.provider.CircuitBreaker;
import dev.parlance.conversation.speech.provider.ProviderClient;
import dev.parlance.conversation.speech.provider.ProviderFailure;
import dev.parlance.kit.problem.InvalidRequest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// A client of `/audio/speech` of OpenAI's API.
final class SpeechEndpoint implements SpeechEngine {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Pattern VOICE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/+-]{0,99}");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final SpeechEndpointConfig config;
    private final ProviderClient client;
    private final CircuitBreaker breaker;

    SpeechEndpoint(SpeechEndpointConfig config, URI url, CircuitBreaker breaker) {
        this.config = config;
        this.client = new ProviderClient("The speech endpoint", url, config.key(), config.timeout());
        this.breaker = breaker;
    }

    @Override
    public String name() {
        return "endpoint/" + config.model();
    }

    @Override
    public String version() {
        return config.version();
    }

    @Override
    public SpeechFormat defaultFormat() {
        return config.formats().getFirst();
    }

    @Override
    public Set<SpeechFormat> formats() {
        return EnumSet.copyOf(config.formats());
    }

    /// Every voice speaks every language.
    @Override
    public String voice(String language, String wanted) {
        if (wanted == null) {
            return config.voice();
        }
        String voice = config.voices().isEmpty() ? wanted : config.voices().get(wanted);
        if (voice == null || !VOICE.matcher(voice).matches()) {
            throw new InvalidRequest("voice", "There is no such voice");
        }
        return voice;
    }

    @Override
    public byte[] synthesize(Utterance utterance) {
        return breaker.call(
                byte[].class,
                () -> checkFormat(
                        utterance.format(),
                        client.post(
                                "/audio/speech",
                                "application/json",
                                BodyPublishers.ofString(body(utterance)),
                                MAX_AUDIO_BYTES)));
    }

    private String body(Utterance utterance) {
        ObjectNode body = JSON.createObjectNode()
                .put("model", config.model())
                .put("input", utterance.text())
                .put("voice", utterance.voice())
                .put("response_format", name(utterance.format()))
                .put("speed", utterance.speed().doubleValue());
        return body.toString();
    }

    /// A 200 with another content, such as an error page, is a failure of the endpoint.
    private static byte[] checkFormat(SpeechFormat format, byte[] audio) {
        byte[] repaired = WavHeader.repair(audio);
        if (!format.matches(repaired)) {
            throw ProviderFailure.Unavailable.of(
                    "The speech endpoint answered something that is not " + format.wireName(), RETRY_AFTER);
        }
        return repaired;
    }

    private static String name(SpeechFormat format) {
        return switch (format) {
            case OGG -> "opus";
            case MP3, WAV, FLAC -> format.wireName();
        };
    }
}
