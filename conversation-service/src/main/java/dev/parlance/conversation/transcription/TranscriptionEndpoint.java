package dev.parlance.conversation.transcription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.conversation.provider.Breaker;
import dev.parlance.conversation.provider.Breakers;
import dev.parlance.conversation.provider.Endpoint;
import dev.parlance.conversation.provider.ProviderFailure;
import dev.parlance.kit.time.NewId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// An endpoint with the call `/audio/transcriptions` of OpenAI's API, where one is set.
@ApplicationScoped
class TranscriptionEndpoint {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 4 << 20;

    private final TranscriptionEndpointConfig config;
    private final Optional<Endpoint> endpoint;
    private final Breaker breaker;

    TranscriptionEndpoint(TranscriptionEndpointConfig config, Breakers breakers) {
        this.config = config;
        this.endpoint = config.url()
                .map(url -> new Endpoint("The transcription endpoint", url, config.key(), config.patience()));
        this.breaker = breakers.of("transcription-endpoint");
    }

    /// Sound on its way.
    ///
    /// @param extension of its format, by which many endpoints know it
    /// @param size      in bytes
    /// @param bytes     opened for each time that it is sent
    record Sound(String extension, String contentType, long size, Supplier<InputStream> bytes) {}

    boolean isSet() {
        return endpoint.isPresent();
    }

    /// @param language a hint: an ISO 639 code, or null
    /// @throws ProviderFailure if it has heard nothing that can be read
    Heard hear(Sound sound, String language) {
        return breaker.call(Heard.class, () -> Heard.of(json(asked(sound, language))));
    }

    private byte[] asked(Sound sound, String language) {
        var form = new Form("parlance-" + NewId.random())
                .with("model", config.model())
                .with("response_format", config.wordTimings() ? "verbose_json" : "json");
        if (config.wordTimings()) {
            form.with("timestamp_granularities[]", "word").with("timestamp_granularities[]", "segment");
        }
        if (language != null) {
            form.with("language", language);
        }
        var body =
                form.withFile("file", "sound." + sound.extension(), sound.contentType(), sound.size(), sound.bytes());
        return endpoint.orElseThrow().post("/audio/transcriptions", form.contentType(), body, LONGEST_ANSWER);
    }

    private static JsonNode json(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException _) {
            throw ProviderFailure.Away.now("The transcription endpoint answered something that is not JSON", SOON);
        } catch (IOException impossible) {
            throw new IllegalStateException("an array can be read", impossible);
        }
    }
}
