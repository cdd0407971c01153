package dev.parlance.conversation.synthesis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.conversation.provider.Breaker;
import dev.parlance.conversation.provider.Endpoint;
import dev.parlance.conversation.provider.ProviderFailure;
import dev.parlance.kit.problem.InvalidRequest;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// An endpoint with the call `/audio/speech` of OpenAI's API.
final class SpeechEndpoint implements SpeechEngine {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Pattern VOICE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/+-]{0,99}");
    private static final Duration SOON = Duration.ofSeconds(5);

    private final SpeechEndpointConfig config;
    private final Endpoint endpoint;
    private final Breaker breaker;

    SpeechEndpoint(SpeechEndpointConfig config, URI url, Breaker breaker) {
        this.config = config;
        this.endpoint = new Endpoint("The speech endpoint", url, config.key(), config.patience());
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
    public AudioFormat usual() {
        return config.formats().getFirst();
    }

    @Override
    public Set<AudioFormat> formats() {
        return EnumSet.copyOf(config.formats());
    }

    /// Its voices speak every language.
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
    public byte[] speak(Utterance utterance) {
        return breaker.call(
                byte[].class,
                () -> checked(
                        utterance.format(),
                        endpoint.post(
                                "/audio/speech",
                                "application/json",
                                BodyPublishers.ofString(body(utterance)),
                                MOST_BYTES)));
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

    /// An answer of 200 that is an error page all the same is a failure of the endpoint.
    private static byte[] checked(AudioFormat format, byte[] sound) {
        byte[] repaired = Wav.repaired(sound);
        if (!format.begins(repaired)) {
            throw ProviderFailure.Away.now(
                    "The speech endpoint answered something that is not " + format.wireName(), SOON);
        }
        return repaired;
    }

    private static String name(AudioFormat format) {
        return switch (format) {
            case OGG -> "opus";
            case MP3, WAV, FLAC -> format.wireName();
        };
    }
}
